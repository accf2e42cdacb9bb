import Playbooks
import Vocabulary

extension ActPhrases {
  /// Moves that answer, refuse or put right what the bot said.
  static let answers: [Group] = [
    Group(
      move: .decline, onlyWhole: false,
      phrases: """
        (i|we) do not (have|know|remember|recall) (it|that|this|1|them|any) [right now|now|with me|at hand|here|anymore|any more|by heart|exactly]
        i do not have (it|that|1|any|the _ [_] [_]) (with me|here|at hand|to hand|on me|now|right now|ready)
        i have not got (it|that|1|any|them) [with me|here|at hand|to hand|on me]
        i (can not|could not) (find|remember|recall|see|say|tell) (it|that|this) [right now|now]
        i [do not] (rather|prefer) not [to] [say|tell|answer|give]
        i would (rather|prefer) not [to] [say|tell|answer|give|share] [it|that|you]
        i would prefer not to
        rather not [say|tell|answer]
        i will not (tell|give|say) [you|it|that]
        i do not (want|wish) to (say|tell|give|share|answer|disclose|provide) [it|that|this|you]
        i am not (telling|giving|saying|going to (tell|say|give|answer))
        that is (private|personal|confidential)
        none of your business
        no (idea|clue)
        i have no (idea|clue)
        i have (no way of (knowing|finding)|forgotten (it|that))
        i forgot (it|that)
        it is not (available|known) [to me]
        """),
    Group(
      move: .decline, onlyWhole: true,
      phrases: """
        i do not (know|remember|recall|have (it|1|that|any)|recall)
        do not (know|remember|recall|have (it|1|that|any))
        dunno
        i have no (idea|clue|_|_ _)
        i do not have (a|an|any|the|my) _ [_]
        i do not know (my|the) _ [_] [_]
        i can not remember
        i can not find it
        i (forgot|forget)
        i have forgotten
        not sure
        i am not sure
        unsure
        unknown
        skip [it|that|this|this question|that question|the question]
        pass
        next [question]
        n a
        not available
        not applicable
        i do not want to [say|answer]
        not telling
        [i] (do not|can not) (know|remember|recall|say|tell) (when|where|who|what|which [one|1]|how (much|many|long)) [it was|exactly|that was]
        [i] (do not|can not) (know|remember|recall|say|tell) exactly
        idk
        [it|that] does not matter [to me]
        does not matter [to me]
        do not care
        i do not (care|mind)
        no preference
        whatever [you (like|want|have)]
        up to you
        you (choose|decide|pick)
        any [of (them|these|those)] [is (fine|ok|good)]
        no 1 knows
        """),
    Group(
      move: .whyAsked, onlyWhole: false,
      phrases: """
        why do you (ask|need|want) [to know] [that|this|it|me]
        why do you need (to know|my _ [_]|the _ [_]|that|this|it)
        why (are you asking|is that needed|is this needed|is that necessary|is this necessary|does it matter|does that matter)
        why (must|should|do) i (tell|give|say) [you] [that|this|it]
        what do you need (that|it|this) for
        what is (that|it|this) (for|needed for)
        what for
        for what (purpose|reason)
        why that
        """),
    Group(
      move: .whyAsked, onlyWhole: true, phrases: "why\nhow come\nwhy not"),
    Group(
      move: .saidSoFar, onlyWhole: false,
      phrases: """
        what (did i|have i) (say|said|tell you|told you|give you|given you|write|written) [so far|already|until now|before|you]
        what do you (know|have) [about me] so far
        what do you (already know|know already|know about me|have (on|about) me|have so far)
        what have you (got|noted|written down|recorded) [so far|about me|down]
        what did you (note|write down|record|understand) [so far]
        (summarise|summarize|sum up) [that|this|it|what i (said|told you)]
        (show|tell) me what (i (said|told you)|you (have|know|noted))
        """),
    Group(
      move: .correction, onlyWhole: false,
      phrases: """
        i meant
        i mean
        i made a mistake
        (that|it|this) (was|is) (wrong|incorrect|a mistake|not right|not correct|a typo)
        (that is|this is|it is) not (what i (said|meant)|it)
        i (mistyped|misspoke|mixed (it|that|them) up)
        my mistake
        my bad
        correction
        [sorry] wrong (number|date|1|day|card|amount|name)
        not _ but _
        (make|change) (it|that) [to] _
        (it|that) should (be|have been|say|read)
        i said _
        no it is _
        no it was _
        sorry it is _
        sorry it was _
        actually it is _
        actually it was _
        actually no
        no wait
        wait no
        scratch that
        or rather
        let me correct [that|it|myself]
        typo
        """),
    Group(
      move: .noneOfThese, onlyWhole: true,
      phrases: """
        other
        [something|anything] (other|else)
        another (thing|topic|matter|question|subject)
        [no] (neither|none) [of (these|those|them|the above|the 2|the two|both)] [fits|apply|applies|match]
        none
        not (these|those|any of (these|those|them)|1 of (these|those|them))
        (it is|that is) (something else|another matter|neither|none of (these|those|them)|not (there|listed|here))
        a different (thing|matter|question|topic|1)
        something different
        my (question|problem|issue|matter) is (different|another 1|something else|not (there|listed|here))
        no 1 of (these|those|them)
        none fits
        """),
    Group(
      move: .alreadyTold, onlyWhole: false,
      phrases: """
        i (already|just) (told|said|gave|wrote|mentioned|answered|explained|sent) [you] [that|it|this]
        i have (already|just) (told|said|given|written|mentioned|answered|explained|sent) [you] [that|it|this]
        i (told|gave) you [that|this|it] (already|before|just now|twice|1 minute ago|a minute ago|earlier)
        i (told|gave) you that
        i (said|wrote|answered) (that|it|this) (already|before|twice|earlier)
        you (already|just) (asked|have|know) [me] (that|this|it)
        you have already (asked|got) [me] [that|this|it]
        you (asked|have asked) [me] (that|this|it) (already|before|twice|again)
        (stop|quit) asking [me] [the same|that|again]
        how (often|many times) (do|must|should) i (have to|) (tell|say|repeat|answer)
        (why|must) (do|are) you (ask|asking|keep asking) [me] [that|the same] again
        you keep asking [me] [the same]
        (i am|i keep) repeating myself
        as i (already|) (said|told you|wrote|mentioned)
        like i (already|) said
        asked and answered
        read what i wrote
        (not|do not) make me repeat
        (do i have|i do not want) to repeat myself
        """),
    Group(
      move: .notSettled, onlyWhole: false,
      phrases: """
        (that|it|this) (did|does|has) not (help|helped|work|worked|solve|solved|answer|answered|fix|fixed) [it|that|me|anything|my (question|problem|issue)]
        (that|it|this) (was|is) not (helpful|what i (asked|wanted|meant|need|needed)|an answer|the answer|a help|any help|(my|the) (question|problem|answer)|solved|enough|working|fixed)
        it still (does|do|is|will|can) not _ [_]
        still not (working|solved|fixed|resolved|clear|helpful)
        still (does|do|is) not (work|working|help|clear)
        still (wrong|broken|missing|down|bad|open|unsolved|unpaid)
        still [have] the same (problem|issue|error)
        i still (have|need|do not|can not) _ [_] [_]
        you (did|have) not (help|helped|answer|answered|solve|solved|understand|understood) [me|that|it|my _]
        not (helpful|solved|settled|resolved|fixed|answered) [at all|yet]
        no (help|use) [at all]
        (useless|pointless|unhelpful)
        that is (useless|no help|no use|no answer)
        i have [got] (another|more|1 more|a further) (question|questions|problem)
        """),
    Group(
      move: .asBefore, onlyWhole: false,
      phrases: """
        [the] same [_] (as|like) (before|last time|always|usual|ever|the last time|you have)
        (as|like) (before|last time|always|usual|the last time)
        [the] same (again|1 again|one again)
        the usual [one]
        (it|that|this) (has not|did not|is not|have not) (changed|change)
        """),
    Group(
      move: .asBefore, onlyWhole: true, phrases: "[still] the same\nunchanged\nno change\nsame"),
    Group(
      move: .notSettled, onlyWhole: true,
      phrases: """
        (does|did) not (help|work|answer|solve) [me|it|that|my _]
        same problem
        """),
  ]
}
