"""An invented article, and the page around it with what is to become of each line."""

from __future__ import annotations

BODY = """The council of Selm voted on Monday to close the bridge over the river from May.
Engineers had found cracks in two of its pillars, the mayor, Ann Roe, told reporters.
“We have no choice,” she said. “We will wait for the money.”
The bridge carries 20,000 cars a day, according to the council.""".splitlines()

PAGE = [
    ("Home", "navigation"),
    ("News", "navigation"),
    ("Weather", "navigation"),
    ("Selm closes its bridge after cracks are found", "title"),
    ("By Nell Garrow and Bo Lund, Transport Editor", "byline"),
    ("5 June 2031, 19:42 | Updated: 6 June 2031, 8:05", "timestamp"),
    ("Share this article", "share bar"),
    (BODY[0], ""),
    ("Listen to this article", "player"),
    ("Loading audio...", "player"),
    (BODY[1], ""),
    ("Mayor Ann Roe in front of the bridge", "caption"),
    ("Mayor Ann Roe in front of the bridge. Picture: Getwick", "caption"),
    (BODY[2], ""),
    ("Read More: Ferries to run every ten minutes while the bridge is closed", "read more link"),
    ("Advertisement", "advertisement"),
    (BODY[3], ""),
    ("Sign up to our newsletter", "newsletter box"),
    ("12 comments", "comments"),
    ("Most read", "related headlines"),
    ("Dog saves boy from river in flood", "related headlines"),
    ("Cat found alive in tower after nine weeks", "related headlines"),
    ("© 2031 The Selm Courier. All rights reserved.", "footer"),
]
