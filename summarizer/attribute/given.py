"""First names that tell a person, and mostly whether it is a he or a she."""

from __future__ import annotations

FEMALE = frozenset(
    """mary anna anne ann susan sarah hillary elizabeth emma jane linda karen kate katie kelly laura lisa
    maria michelle nancy rachel rebecca ruth sophie victoria julia julie jennifer jessica angela theresa
    nicola diane kamala amanda amy alice barbara carol caroline catherine charlotte christine claire
    deborah donna dorothy eleanor ellen emily fiona frances grace hannah heather helen irene jacqueline
    janet jean joan judith kathleen kirsten louise lucy margaret marie martha megan melissa natalie nina
    olivia patricia paula priya rosa rosie sandra sharon sheila stephanie teresa tina valerie vanessa
    ashley brittany heidi ivanka melania michele huma susana tammy nikki kellyanne carly condoleezza loretta
    sonia madeleine gloria joanna joanne kathy cathy cindy debbie tiffany courtney erin jill leslie lauren lindsey
    lynn marcia marcy margarita marilyn monica pamela peggy phyllis rebekah renee rita roberta robin rosemary sally
    samantha shannon sherry shirley sonya stacey susanne suzanne sylvia tamara theresa tracy veronica virginia
    vivian wendy yvonne zoe ingrid astrid elena irina olga fatima aisha leila amina mei""".split()
)
MALE = frozenset(
    """john james david michael robert william richard thomas mark paul george donald joe joseph barack
    bernie benjamin boris keir tony gordon peter andrew stephen steven kevin brian edward ronald anthony
    charles christopher daniel matthew jason jeffrey ryan jacob gary nicholas eric jonathan larry justin
    scott brandon samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam
    nathan henry douglas zachary kyle noah ethan jeremy walter christian keith roger terry sean austin
    carl arthur lawrence dylan jesse bryan billy bruce jordan ralph roy ralph louis philip vincent bobby
    johnny bradley martin simon ian colin graham neil nigel oliver harry rishi ahmed ali mohammed omar
    ivan igor pierre jean-claude hans lars marco luca carlos juan pedro tom tim ted ben jim bill bob dan
    greg matt mike nick pat ray ron sam steve chris jeb marco rand rick rudy rush newt mitt mitch tim al alan albert
    alex alfred allen andre angus anton antonio barry bernard brad brent brett bruno byron calvin cameron cesar
    chuck clarence clifford clinton corey craig curt dale darrell dave dean denis derek dick don doug duncan dustin
    earl ed eddie edgar elliot ernest evan felix fernando francis francisco fred frederick gavin gene geoffrey gerald
    gilbert glenn grant hank harold harrison harvey hector herbert howard hugh hugo isaac jake jared javier jay jeff
    jerome jim joel jon jorge josh josé julian karl ken kenneth kurt lance leo leon leonard lloyd lou lucas luis luke
    malcolm manuel marc marcus mario marshall martin maurice max maxwell mel miguel mohamed morris ned neal nigel norman
    otto owen pete phil preston ralph randy raul reince reginald rex ricardo rob robbie roberto rod rodney roland ross
    russell salvador sergio seth sheldon sidney spencer stan stanley stuart ted terence theodore todd tom tommy travis
    trevor vernon vic victor wade wallace warren wayne wesley wilbur will willie winston woodrow xavier zach""".split()
)

FIRST_NAMES = FEMALE | MALE

FAMILY_NAMES = frozenset(
    """ban bae cai chen cheng choi deng gao guo han hu huang jiang jung kang kim li liang lin liu luo ma mao moon park
    peng qian sun tang wang wei wen wu xi xie xu yang yoon yu zeng zhang zhao zheng zhou zhu""".split()
)
"""Family names that stand in front of the given one."""
