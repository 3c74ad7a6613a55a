"""What each name of `judge` weighs, fitted by benchmarks/fit_attribution.py."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1)
def table() -> dict[str, float]:
    """Map names to weights (log-odds)."""
    made = {}
    for line in _TABLE.strip().splitlines():
        for entry in line.split(" | "):
            name, _, value = entry.rpartition(" ")
            made[name] = float(value)
    return made


_TABLE = r"""
A:according 0.22 | A:also 0.54 | A:are 0.61 | A:called 0.51 | A:can 0.13 | A:could -0.38 | A:did -0.08
A:didn't -0.29 | A:even -0.09 | A:had 0.21 | A:has -0.12 | A:have 0.09 | A:is 0.47 | A:later -0.19 | A:never -0.35
A:not -0.26 | A:now -0.02 | A:often -0.04 | A:previously -0.08 | A:recently -0.13 | A:repeatedly -0.36
A:still 0.40 | A:then 0.10 | A:voted -0.01 | A:was -0.21 | A:will -0.19 | A:would -0.25 | B:False 0.22
B:True -0.56 | C:10 -0.32 | C:2 0.46 | C:3 -0.29 | C:4 -0.27 | C:6 0.28 | C:7 0.32 | C:8 -0.01 | C:9 -0.04
F:base -0.05 | F:ed 0.27 | F:ing -0.42 | F:s -0.14 | K:believes 0.05 | K:decides -0.16 | K:opposes 0.12
K:says 0.16 | K:shows -0.27 | K:supports -0.20 | K:wants -0.04 | KN:believes:, -0.15 | KN:believes:CAP -0.07
KN:believes:ING 0.02 | KN:believes:LOW 0.11 | KN:believes:a -0.14 | KN:believes:about -0.03 | KN:believes:as -0.52
KN:believes:for -0.31 | KN:believes:he 0.20 | KN:believes:in 0.17 | KN:believes:it 0.05 | KN:believes:that 0.35
KN:believes:the -0.31 | KN:believes:to -0.08 | KN:decides:to 0.01 | KN:opposes:CAP 0.21 | KN:opposes:LOW 0.13
KN:opposes:the -0.04 | KN:opposes:to 0.06 | KN:says:, 0.55 | KN:says:. 0.67 | KN:says:: 0.57 | KN:says:CAP -0.05
KN:says:ING 0.02 | KN:says:LOW -0.09 | KN:says:LY 0.03 | KN:says:NUM 0.09 | KN:says:QUOTE -0.18 | KN:says:a -0.09
KN:says:about 0.01 | KN:says:as -0.06 | KN:says:at 0.35 | KN:says:for 0.06 | KN:says:from -0.51 | KN:says:he 0.30
KN:says:her 0.22 | KN:says:him 0.04 | KN:says:his -0.23 | KN:says:how 0.32 | KN:says:if 0.27 | KN:says:in 0.14
KN:says:it 0.31 | KN:says:of 0.30 | KN:says:on 0.22 | KN:says:she 0.05 | KN:says:that 0.09 | KN:says:the 0.21
KN:says:their 0.03 | KN:says:them 0.11 | KN:says:they -0.04 | KN:says:to -0.11 | KN:says:what 0.31
KN:says:whether 0.24 | KN:says:why 0.20 | KN:says:with -0.37 | KN:shows:CAP 0.30 | KN:shows:LOW -0.03
KN:shows:a -0.23 | KN:shows:that 0.24 | KN:shows:the -0.01 | KN:supports:CAP -0.35 | KN:supports:LOW 0.13
KN:supports:a 0.08 | KN:supports:the 0.11 | KN:wants:CAP 0.23 | KN:wants:ING -0.04 | KN:wants:LOW -0.13
KN:wants:a -0.10 | KN:wants:at -0.32 | KN:wants:that 0.17 | KN:wants:the 0.10 | KN:wants:to 0.31
KS:believes:i 0.16 | KS:believes:low 0.01 | KS:believes:name -0.05 | KS:believes:near a name 0.10
KS:believes:pronoun -0.55 | KS:believes:we 0.32 | KS:believes:who 0.32 | KS:believes:you -0.36
KS:decides:name 0.09 | KS:opposes:name 0.21 | KS:opposes:near a name 0.33 | KS:opposes:pronoun 0.12
KS:opposes:who -0.33 | KS:says:i -0.47 | KS:says:it 0.40 | KS:says:low -0.01 | KS:says:name 0.36
KS:says:near a name 0.04 | KS:says:pronoun 0.48 | KS:says:this -0.22 | KS:says:which -0.22 | KS:says:who -0.08
KS:shows:low -0.05 | KS:shows:name -0.28 | KS:shows:near a name 0.34 | KS:shows:pronoun -0.06
KS:supports:low -0.05 | KS:supports:name 0.03 | KS:supports:near a name -0.07 | KS:supports:pronoun 0.07
KS:supports:who -0.12 | KS:wants:low -0.29 | KS:wants:name 0.04 | KS:wants:near a name -0.11
KS:wants:pronoun 0.32 | KS:wants:who -0.27 | L:: 0.13 | L:according 0.22 | L:accuse -0.22 | L:acknowledge 0.28
L:add 0.02 | L:admit 0.07 | L:agree -0.05 | L:aim -0.06 | L:announce -0.20 | L:appeared 0.06 | L:appears 0.19
L:argue 0.23 | L:ask 0.19 | L:assert -0.03 | L:assure -0.14 | L:attack -0.63 | L:back -0.22 | L:believe -0.02
L:blame -0.12 | L:blast 0.05 | L:boast -0.03 | L:call -0.21 | L:challenge -0.07 | L:charge -0.33 | L:cite 0.17
L:claim -0.14 | L:complain -0.04 | L:conclude 0.11 | L:confirm 0.19 | L:consider 0.01 | L:continue 0.11
L:criticize -0.05 | L:decide -0.18 | L:declare 0.11 | L:decline -0.09 | L:defend -0.12 | L:demand 0.20
L:denounce -0.09 | L:deny -0.37 | L:describe 0.10 | L:discuss -0.15 | L:dismiss 0.03 | L:echo -0.25 | L:email -0.59
L:emphasize 0.16 | L:encourage -0.20 | L:endorse -0.25 | L:estimate -0.03 | L:expect -0.23 | L:expected 0.11
L:explain 0.20 | L:express 0.19 | L:favor -0.19 | L:feel -0.28 | L:find 0.08 | L:highlight -0.24 | L:hope 0.20
L:identify -0.06 | L:indicate -0.03 | L:insist 0.26 | L:intend -0.32 | L:know -0.19 | L:learn -0.36 | L:list -0.11
L:mention -0.28 | L:mock 0.06 | L:name -0.56 | L:note 0.15 | L:offer -0.15 | L:oppose -0.17 | L:order 0.02
L:plan -0.36 | L:pledge -0.14 | L:point -0.19 | L:praise -0.07 | L:predict 0.27 | L:prefer 0.30 | L:project -0.36
L:promise 0.02 | L:propose 0.08 | L:prove -0.46 | L:question -0.17 | L:recall 0.31 | L:recognize -0.16
L:refuse -0.02 | L:reject 0.14 | L:reply 0.25 | L:report -0.16 | L:reportedly 0.10 | L:respond 0.27
L:reveal -0.02 | L:say 0.52 | L:see -0.02 | L:seek -0.16 | L:seemed 0.09 | L:seems 0.04 | L:show 0.16 | L:slam 0.20
L:state -0.24 | L:suggest 0.23 | L:support -0.12 | L:talk -0.08 | L:tell 0.48 | L:thank -0.22 | L:think -0.03
L:threaten -0.02 | L:tout -0.09 | L:tweet 0.28 | L:urge 0.23 | L:vote -0.01 | L:vow 0.37 | L:want -0.14
L:warn 0.05 | L:worry 0.06 | L:write 0.26 | LB:::False -0.15 | LB:::True -0.15 | LB:according:False 0.17
LB:according:True 0.06 | LB:accuse:False 0.21 | LB:acknowledge:False 0.15 | LB:add:False -0.36 | LB:add:True 0.38
LB:admit:False 0.06 | LB:agree:False 0.03 | LB:aim:False 0.11 | LB:announce:False -0.08 | LB:appeared:True 0.06
LB:appears:True 0.19 | LB:argue:False 0.23 | LB:ask:False -0.13 | LB:ask:True 0.32 | LB:attack:False -0.50
LB:back:False -0.09 | LB:believe:False -0.10 | LB:blame:False -0.12 | LB:blast:False 0.11 | LB:boast:False 0.01
LB:call:False 0.49 | LB:challenge:False -0.07 | LB:charge:False -0.37 | LB:cite:False 0.26 | LB:claim:False 0.01
LB:complain:False 0.02 | LB:conclude:False -0.20 | LB:conclude:True 0.30 | LB:confirm:False 0.05
LB:consider:False 0.20 | LB:continue:False 0.04 | LB:continue:True 0.07 | LB:criticize:False 0.12
LB:decide:False -0.13 | LB:declare:False -0.10 | LB:declare:True 0.21 | LB:decline:False 0.27
LB:defend:False 0.02 | LB:demand:False 0.07 | LB:denounce:False -0.09 | LB:deny:False -0.18
LB:describe:False 0.22 | LB:discuss:False 0.02 | LB:dismiss:False 0.03 | LB:echo:False -0.17 | LB:email:False -0.57
LB:emphasize:False 0.16 | LB:encourage:False -0.20 | LB:endorse:False 0.03 | LB:estimate:False -0.06
LB:expect:False -0.03 | LB:expected:True 0.11 | LB:explain:False -0.05 | LB:explain:True 0.25
LB:express:False 0.24 | LB:favor:False -0.14 | LB:fear:False 0.07 | LB:feel:False -0.19 | LB:find:False -0.11
LB:highlight:False -0.13 | LB:hope:False 0.25 | LB:identify:False -0.06 | LB:indicate:False -0.02
LB:insist:False 0.15 | LB:intend:False -0.32 | LB:know:False -0.08 | LB:learn:False -0.25 | LB:list:False -0.11
LB:mention:False -0.28 | LB:mock:False 0.04 | LB:name:False -0.56 | LB:note:False -0.11 | LB:note:True 0.26
LB:offer:False -0.05 | LB:oppose:False -0.11 | LB:order:False 0.02 | LB:plan:False -0.25 | LB:pledge:False -0.01
LB:point:False -0.01 | LB:praise:False 0.20 | LB:predict:False 0.23 | LB:prefer:False 0.30 | LB:promise:False 0.15
LB:propose:False 0.24 | LB:prove:False -0.39 | LB:question:False 0.17 | LB:recall:False 0.20
LB:recognize:False -0.16 | LB:refuse:False 0.27 | LB:reject:False 0.19 | LB:reply:False 0.04
LB:report:False -0.27 | LB:report:True 0.11 | LB:reportedly:True 0.10 | LB:respond:False 0.10
LB:reveal:False -0.01 | LB:say:False -0.03 | LB:say:True 0.55 | LB:see:False 0.26 | LB:seek:False 0.18
LB:seemed:True 0.09 | LB:seems:True 0.04 | LB:show:False -0.04 | LB:slam:False 0.20 | LB:state:False -0.27
LB:state:True 0.03 | LB:suggest:False 0.25 | LB:support:False -0.02 | LB:talk:False -0.08 | LB:tell:False -0.33
LB:tell:True 0.82 | LB:thank:False -0.10 | LB:think:False -0.03 | LB:threaten:False -0.02 | LB:tout:False -0.09
LB:tweet:False -0.14 | LB:tweet:True 0.42 | LB:urge:False 0.19 | LB:vote:False -0.01 | LB:vow:False 0.19
LB:want:False 0.06 | LB:warn:False -0.09 | LB:worry:False 0.15 | LB:write:False -0.35 | LB:write:True 0.61
LF:::base -0.20 | LF:::ed -0.17 | LF:according:base 0.22 | LF:accuse:ed -0.28 | LF:acknowledge:ed 0.07
LF:add:ed 0.25 | LF:add:ing -0.22 | LF:admit:ed -0.36 | LF:agree:base -0.17 | LF:agree:ed -0.02 | LF:aim:ed -0.25
LF:announce:ed -0.01 | LF:appeared:ed 0.06 | LF:appears:s 0.19 | LF:argue:base 0.26 | LF:argue:ed -0.18
LF:argue:ing 0.41 | LF:ask:base 0.05 | LF:ask:ed 0.09 | LF:ask:ing -0.01 | LF:attack:ed 0.20 | LF:attack:s -0.77
LF:back:ed 0.04 | LF:believe:base 0.23 | LF:believe:s 0.38 | LF:blame:ed -0.54 | LF:blast:ed -0.01
LF:call:base 0.68 | LF:call:ed -0.82 | LF:call:ing -0.27 | LF:call:s 0.20 | LF:charge:ed -0.33 | LF:cite:ed -0.25
LF:cite:ing 0.13 | LF:claim:base -0.24 | LF:claim:ed -0.04 | LF:claim:ing 0.13 | LF:complain:ed 0.27
LF:conclude:ed 0.23 | LF:consider:ed -0.33 | LF:continue:ed 0.20 | LF:criticize:ed 0.26 | LF:decide:ed -0.01
LF:declare:ed -0.09 | LF:decline:ed -0.04 | LF:defend:ed 0.12 | LF:denounce:ed 0.08 | LF:deny:ed -0.01
LF:describe:ed 0.01 | LF:dismiss:ed 0.08 | LF:email:s -0.53 | LF:endorse:ed -0.07 | LF:estimate:s -0.04
LF:expect:base 0.22 | LF:expected:ed 0.11 | LF:explain:ed 0.24 | LF:express:ed 0.30 | LF:favor:base 0.05
LF:fear:base 0.10 | LF:feel:base 0.06 | LF:find:base 0.04 | LF:hope:base -0.18 | LF:hope:ed -0.27
LF:hope:ing 0.28 | LF:hope:s 0.37 | LF:identify:ed -0.19 | LF:indicate:ed 0.05 | LF:insist:ed 0.28
LF:know:base -0.69 | LF:know:s 0.34 | LF:learn:ed -0.14 | LF:mention:base -0.01 | LF:mention:ed -0.13
LF:name:ed -0.24 | LF:note:ed 0.36 | LF:note:ing -0.14 | LF:note:s -0.07 | LF:offer:ed 0.13 | LF:oppose:base 0.39
LF:oppose:ed -0.55 | LF:order:ed 0.12 | LF:plan:ed -0.31 | LF:plan:s -0.05 | LF:pledge:ed -0.30 | LF:point:ed 0.32
LF:point:ing 0.09 | LF:point:s -0.61 | LF:praise:ed 0.02 | LF:predict:ed -0.11 | LF:promise:ed 0.44
LF:propose:ed -0.01 | LF:prove:ed -0.41 | LF:question:ed 0.41 | LF:question:s -0.86 | LF:recall:ed 0.26
LF:refuse:ed -0.06 | LF:reject:ed 0.27 | LF:reply:ed 0.22 | LF:report:ed -0.11 | LF:report:s -0.05
LF:reportedly:base 0.10 | LF:respond:ed 0.29 | LF:reveal:ed 0.12 | LF:say:base 0.25 | LF:say:ing -0.15
LF:say:s 0.43 | LF:see:base -0.23 | LF:see:s 0.38 | LF:seek:base -0.20 | LF:seek:ing 0.11 | LF:seek:s -0.08
LF:seemed:ed 0.09 | LF:seems:s 0.04 | LF:show:base 0.26 | LF:show:ed -0.23 | LF:show:s -0.10 | LF:state:ed 0.50
LF:state:s -0.89 | LF:suggest:base 0.11 | LF:suggest:ed -0.08 | LF:suggest:s -0.14 | LF:support:ed 0.09
LF:support:s 0.21 | LF:talk:ed 0.01 | LF:talk:ing -0.09 | LF:tell:base 0.46 | LF:tell:ing -0.23 | LF:tell:s 0.25
LF:think:base -0.08 | LF:think:s 0.08 | LF:tweet:ed 0.08 | LF:urge:ed 0.19 | LF:vote:base -0.01 | LF:vow:ed -0.11
LF:want:base -0.11 | LF:want:s -0.03 | LF:warn:ed -0.15 | LF:write:base 0.15 | LF:write:s 0.21 | LN:::CAP -0.40
LN:::QUOTE 0.29 | LN:according:CAP -0.74 | LN:according:LOW 0.28 | LN:according:a 0.20 | LN:according:the -0.09
LN:accuse:CAP 0.50 | LN:acknowledge:that -0.10 | LN:add:, 0.29 | LN:add:. 0.27 | LN:add:: 0.30 | LN:add:that 0.38
LN:agree:that 0.03 | LN:agree:to -0.15 | LN:aim:at -0.32 | LN:announce:LOW 0.23 | LN:announce:that -0.37
LN:appeared:to 0.06 | LN:appears:to 0.19 | LN:argue:that -0.21 | LN:ask:CAP -0.14 | LN:ask:LOW 0.02
LN:ask:about -0.10 | LN:ask:if 0.25 | LN:ask:the -0.04 | LN:attack:, -0.17 | LN:attack:CAP 0.28
LN:attack:LOW -0.02 | LN:attack:in -0.20 | LN:attack:on -0.08 | LN:back:CAP -0.03 | LN:believe:LOW -0.15
LN:believe:that 0.21 | LN:blast:CAP -0.35 | LN:call:CAP -0.31 | LN:call:LOW 0.16 | LN:call:QUOTE 0.03
LN:call:a -0.08 | LN:call:him 0.38 | LN:call:it 0.12 | LN:call:the 0.27 | LN:cite:LOW 0.26 | LN:claim:LOW -0.16
LN:claim:that -0.01 | LN:continue:, 0.20 | LN:continue:. -0.12 | LN:criticize:CAP -0.35 | LN:decide:to 0.01
LN:decline:to 0.32 | LN:defend:his -0.21 | LN:describe:LOW -0.20 | LN:describe:the 0.16 | LN:email:LOW 0.03
LN:endorse:CAP -0.25 | LN:expected:to 0.11 | LN:express:LOW 0.06 | LN:feel:LOW -0.09 | LN:find:CAP -0.20
LN:find:that 0.21 | LN:hope:to -0.04 | LN:indicate:that -0.01 | LN:insist:that 0.13 | LN:know:LOW 0.42
LN:know:as -0.22 | LN:mention:CAP 0.06 | LN:note:, 0.33 | LN:note:that 0.12 | LN:offer:LOW -0.13 | LN:offer:a -0.30
LN:oppose:LOW 0.07 | LN:plan:to 0.10 | LN:pledge:LOW -0.31 | LN:pledge:to 0.19 | LN:point:, -0.46
LN:point:LOW 0.34 | LN:point:to 0.25 | LN:praise:CAP 0.03 | LN:promise:to -0.30 | LN:question:about -0.07
LN:refuse:to -0.15 | LN:reject:the -0.11 | LN:report:, 0.09 | LN:report:. -0.06 | LN:report:LOW 0.28
LN:report:that 0.10 | LN:say:, 0.16 | LN:say:: -0.32 | LN:say:CAP -0.14 | LN:say:ING 0.28 | LN:say:LOW 0.44
LN:say:LY 0.07 | LN:say:QUOTE -0.46 | LN:say:a 0.02 | LN:say:about -0.26 | LN:say:at 0.40 | LN:say:he -0.27
LN:say:her -0.02 | LN:say:his 0.24 | LN:say:in 0.52 | LN:say:it 0.28 | LN:say:of 0.39 | LN:say:on -0.10
LN:say:she -0.24 | LN:say:that -0.26 | LN:say:the 0.37 | LN:say:they -0.25 | LN:say:to 0.24 | LN:see:LOW -0.22
LN:see:the 0.11 | LN:seek:LOW 0.01 | LN:seek:to 0.10 | LN:seemed:to 0.09 | LN:seems:to 0.04 | LN:show:CAP 0.51
LN:show:LOW 0.22 | LN:show:that 0.06 | LN:state:, -0.03 | LN:state:LOW 0.22 | LN:state:that 0.13
LN:suggest:CAP 0.09 | LN:suggest:that -0.05 | LN:support:CAP -0.15 | LN:talk:about 0.03 | LN:tell:CAP 0.13
LN:tell:LOW 0.32 | LN:tell:a 0.01 | LN:tell:the 0.27 | LN:think:CAP 0.21 | LN:think:LOW -0.11 | LN:threaten:to 0.15
LN:vow:to -0.10 | LN:want:LOW 0.40 | LN:want:to -0.03 | LN:warn:that -0.36 | LN:write:, 0.06 | LN:write:. 0.08
LN:write:CAP 0.06 | LN:write:LOW 0.10 | LN:write:in 0.05 | LN:write:that 0.30 | LQ:::False -0.52 | LQ:::True 0.22
LQ:according:False 0.48 | LQ:according:True -0.25 | LQ:accuse:False 0.10 | LQ:accuse:True -0.33
LQ:acknowledge:False -0.07 | LQ:add:False -0.60 | LQ:add:True 0.62 | LQ:admit:False -0.03 | LQ:agree:False 0.39
LQ:aim:False -0.20 | LQ:announce:False 0.04 | LQ:appeared:False 0.31 | LQ:appears:False 0.20 | LQ:argue:False 0.15
LQ:argue:True 0.09 | LQ:ask:False -0.05 | LQ:ask:True 0.23 | LQ:attack:False -0.38 | LQ:back:False 0.05
LQ:believe:False 0.17 | LQ:blame:False 0.36 | LQ:blast:False 0.23 | LQ:call:False -0.38 | LQ:call:True 0.17
LQ:challenge:False 0.08 | LQ:charge:False -0.41 | LQ:cite:False 0.30 | LQ:claim:False -0.07 | LQ:claim:True -0.07
LQ:complain:False 0.02 | LQ:conclude:False 0.02 | LQ:conclude:True 0.08 | LQ:confirm:False 0.19
LQ:consider:False -0.07 | LQ:continue:True 0.30 | LQ:criticize:False 0.12 | LQ:decide:False -0.16
LQ:declare:False -0.40 | LQ:declare:True 0.51 | LQ:decline:False -0.09 | LQ:defend:False -0.04
LQ:demand:False 0.02 | LQ:denounce:False 0.10 | LQ:deny:False -0.16 | LQ:describe:False 0.10
LQ:describe:True 0.01 | LQ:discuss:False 0.18 | LQ:dismiss:False 0.09 | LQ:echo:False -0.05 | LQ:email:False -0.46
LQ:encourage:False -0.13 | LQ:endorse:False -0.02 | LQ:estimate:False 0.10 | LQ:expect:False -0.02
LQ:expected:False 0.01 | LQ:explain:False -0.07 | LQ:explain:True 0.27 | LQ:express:False 0.04
LQ:favor:False -0.17 | LQ:fear:False 0.10 | LQ:feel:False -0.02 | LQ:find:False 0.23 | LQ:highlight:False -0.11
LQ:hope:False 0.11 | LQ:identify:False -0.07 | LQ:indicate:False 0.02 | LQ:insist:False 0.21 | LQ:insist:True 0.05
LQ:know:False 0.18 | LQ:learn:False -0.25 | LQ:mention:False -0.17 | LQ:name:False -0.42 | LQ:note:False 0.29
LQ:note:True -0.14 | LQ:offer:False 0.15 | LQ:oppose:False -0.20 | LQ:order:False 0.12 | LQ:plan:False -0.23
LQ:pledge:False -0.62 | LQ:point:False -0.35 | LQ:point:True 0.16 | LQ:praise:False -0.21 | LQ:predict:False 0.28
LQ:prefer:False 0.14 | LQ:promise:False -0.21 | LQ:promise:True 0.23 | LQ:propose:False 0.15 | LQ:prove:False -0.46
LQ:question:False -0.22 | LQ:recall:False 0.06 | LQ:recall:True 0.25 | LQ:recognize:False -0.17
LQ:refuse:False 0.15 | LQ:reject:False 0.11 | LQ:reply:True 0.18 | LQ:report:False 0.27 | LQ:report:True -0.44
LQ:reportedly:False 0.10 | LQ:respond:True 0.19 | LQ:reveal:False -0.13 | LQ:say:False 0.26 | LQ:say:True 0.26
LQ:see:False 0.22 | LQ:seek:False -0.05 | LQ:seemed:False -0.16 | LQ:seems:False 0.04 | LQ:show:False 0.53
LQ:slam:False 0.51 | LQ:state:False -0.65 | LQ:state:True 0.41 | LQ:suggest:False 0.04 | LQ:suggest:True 0.19
LQ:support:False 0.07 | LQ:talk:False 0.02 | LQ:tell:False 0.07 | LQ:tell:True 0.41 | LQ:thank:False -0.37
LQ:think:False 0.51 | LQ:threaten:False -0.02 | LQ:tout:False -0.09 | LQ:tweet:False -0.07 | LQ:tweet:True 0.35
LQ:urge:False -0.17 | LQ:vote:False -0.11 | LQ:vow:False 0.28 | LQ:want:False 0.10 | LQ:warn:False -0.03
LQ:warn:True 0.08 | LQ:worry:False 0.04 | LQ:write:False -0.45 | LQ:write:True 0.71 | N:, -0.35 | N:- -0.67
N:. 1.04 | N:: 0.26 | N:CAP 0.37 | N:ING 0.24 | N:LOW -0.05 | N:LY 0.08 | N:NUM -0.42 | N:QUOTE -0.01 | N:a 0.06
N:about -0.09 | N:as -0.58 | N:at -0.02 | N:for -0.30 | N:from -0.57 | N:he 0.47 | N:her 0.13 | N:him 0.28
N:his 0.21 | N:how 0.36 | N:if 0.14 | N:in -0.09 | N:is -0.33 | N:it 0.19 | N:not -0.11 | N:of -0.43 | N:on -0.17
N:she 0.39 | N:that 0.85 | N:the 0.09 | N:their 0.13 | N:them 0.25 | N:they 0.36 | N:to -0.11 | N:what 0.31
N:whether 0.32 | N:why 0.15 | N:with 0.07 | P:1 -0.52 | P:2 -0.04 | P:3 0.17 | Q:False -0.38 | Q:True 0.04
S:i 0.07 | S:it -0.01 | S:low -0.29 | S:name 0.40 | S:near a name 0.48 | S:none 0.13 | S:pronoun 0.28 | S:this 0.03
S:we 0.27 | S:which -0.66 | S:who -0.75 | S:you -0.28 | SB:False -0.56 | SB:True 0.10 | SL:1 -0.16 | SL:2 0.05
SL:3 -0.09 | SL:5 0.03 | SL:6 -0.30 | SW:both -0.59 | SW:campaign -0.03 | SW:experts 0.69 | SW:officials 0.52
SW:people -0.12 | SW:percent -0.27 | SW:poll 0.62 | SW:polls -0.06 | SW:president 0.32 | SW:report 0.37
SW:terrorist -0.12 | SW:voters -0.69 | V:) 0.35 | V:, 0.80 | V:. 0.11 | V:CAP -0.01 | V:END -0.01 | V:ING -0.62
V:LOW -0.04 | V:NUM -0.39 | V:QUOTE 0.81 | V:a -0.45 | V:he 0.06 | V:it 0.23 | V:she -0.06 | V:they -0.25
V:— 0.29 | ahead 0.43 | bias 0.10
"""
