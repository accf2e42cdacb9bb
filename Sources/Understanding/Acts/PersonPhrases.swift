/// How people ask for a person in one language. `<person>` is any of the words for one, also the author's own;
/// `<wanted>` leaves out those that are vague.
struct PersonTables: Sendable {
  let plain: String
  let weak: String
  let vague: Set<String>
  let asking: String
  let whole: String
  let others: String
  let negations: String
  /// Negations that reach but two words far.
  let bareNegations: Set<String>
  /// A new subject, which a negation before it does not reach.
  let newSubjects: Set<String>
  /// Before these a bare negation asks for a person: "is there no human?"
  let presence: Set<String>
  let misspellings: Misspellings

  static let english = PersonTables(
    plain: EnglishPersons.plain, weak: EnglishPersons.weak,
    vague: ["support", "people", "man", "woman", "guy", "[your|the] team"], asking: EnglishPersons.asking,
    whole: EnglishPersons.whole, others: EnglishPersons.others, negations: EnglishPersons.negations,
    bareNegations: ["no", "not"], newSubjects: ["but", "i", "and", "you", "just", "because", "so"],
    presence: ["there", "why", "you", "have"], misspellings: .english)
}

enum EnglishPersons {
  /// Words that mean a person who helps, wherever they stand and whatever stands beside them.
  static let plain = """
    human [being]
    humans
    real (person|human|people|agent|someone|somebody)
    (live|living|actual|human|proper|physical|flesh and blood) (person|human|agent|operator|representative|rep|chat|support|someone|somebody|advisor|adviser|being|employee|voice|contact|assistance|help)
    customer (service|support|care) (agent|representative|rep|person|advisor|adviser|team|operator|line|department|desk)
    call (center|centre) [agent|operator|person|representative]
    contact (center|centre)
    callcenter
    callcentre
    representative
    service desk
    help desk
    helpdesk
    """

  /// Words that mean a person only where they are asked for, or stand alone.
  static let weak = """
    agent
    agents
    person
    people
    operator
    operators
    rep
    reps
    advisor
    advisors
    adviser
    advisers
    adviser
    assistant
    consultant
    clerk
    clerks
    manager
    supervisor
    boss
    employee
    employees
    staff [member]
    member of [the] (staff|team)
    [your|the] (support|service|help) team
    [your|the] team
    colleague
    colleagues
    someone
    somebody
    some 1
    anyone
    anybody
    any 1
    specialist
    expert
    teller
    banker
    customer (service|support|care|services)
    customer rep
    support
    receptionist
    switchboard
    helpline
    hotline
    man
    woman
    guy
    """

  /// Asked for with the thing that is asked for.
  static let asking = """
    (talk|speak|chat|speaking|talking|chatting|write|converse) (to|with|2) [directly to] [a|an|the|any|some|your|1 of your|1 of the|my] [_] <person>
    (want|need|wanting|needing|require|demand|request|prefer|wants|needs) [to (see|have|get|reach|contact)] [a|an|the|any|some|your|1 of your] [_] <wanted>
    (get|give|fetch|find|bring|send|hand|pass|put|connect|transfer|switch|forward|redirect|route|patch|refer|escalate|escalated|take) (me|this|us|it|my case|the call|my call|the chat) [on|over|back|through|up|along|now] [to|with|onto] [a|an|the|any|some|your|1 of your] [_] <wanted>
    (connect|connected|transfer|transferred|switch|switched|pass|passed|put|hand|handed|patched|forwarded|redirected|escalate) (to|with|me to|through to|over to) [a|an|the|some|your] [_] <wanted>
    put [me|us|a|an] <wanted> on
    put me through
    (connect|transfer|escalate) me (please|now|to <wanted>|to (your|the) [_] <wanted>)
    (call|phone|ring|contact|reach|message|see|meet) [a|an|the|any|some|your|1 of your] [_] <wanted>
    can i (get|have|see|reach|contact|call|ask) [a|an|the|any|some|your] [_] <wanted>
    (is|are) there [a|an|any|no|not] [_] <wanted> [there|here|available|around|who|that|i|to|on|left]
    (is|are) (any|some) [_] <wanted> (there|here|available|around|online)
    is (anyone|anybody|someone|somebody) (there|here|available|around|online|real)
    (can|could|will|would|may|should|let|have|get) (a|an|some|your|1 of your|the|any) [_] <wanted> [please] [to] (help|call|contact|speak|talk|phone|ring|assist|look|answer|deal|take|handle|reply|write)
    (can|could|will|would|have|let|get|make) (someone|somebody|anyone|anybody) [else] [please] [to] (call|contact|speak|talk|phone|ring|reply|write|answer|get) [to|with|back|in] [me|us|back]
    (can|could|will|would|let|have|get) (someone|somebody|anyone|anybody|some 1|any 1) (from|of|at|in) [the|your] (bank|team|branch|staff|company|office|support|service) [_] [_]
    (someone|somebody|anyone|anybody) (from|of|at|in) (the|your) (bank|team|branch|staff|office) (to|who|please|should|must|can|could) _
    (someone|somebody|anyone|anybody) (i can|to|who can|that can|who) (talk|speak|chat|help|understand|understands|helps)
    (rather|instead) [have|talk to|speak to|speak with|talk with] [a|an] [_] <wanted>
    <wanted> (please|now|asap|immediately|instead|plz)
    [a|an|any|the] <wanted> to (talk|speak|chat) (to|with)
    (talk|speak|chat) (to|with) (you|your|the) (people|team|staff|guys|boss|manager|colleagues)
    a person [not|and not|rather than|instead of] a (bot|machine|robot|computer|program)
    no [more] (bot|bots|robot|robots|machine|machines|chatbot|computer)
    not (a|with a|to a) (bot|robot|machine|chatbot|computer|program)
    [i] do not want [to talk to|to speak to|to speak with|to talk with|to chat with|a|this] [a|this|any] (bot|robot|machine|chatbot|computer|bots|robots|machines|ai)
    (stop|enough|fed up|sick|tired) [with|of] [this|the|these|talking to] [stupid|a] (bot|robot|machine|chatbot|bots|robots|computer)
    speak to me like a (human|person)
    (want|need) to (talk|speak) [on|over] [the|by] (phone|telephone)
    (who|whom) (can|could|may|should|do) i (call|phone|ring|talk to|speak to|speak with|talk with|contact|reach)
    (let|have) [me|us] have [a|an|the] <wanted>
    let me have [a|an] <wanted>
    (discuss|go over|sort|settle) (this|that|it) with [a|an|the|1 of your|your|some] [_] <wanted>
    (arrange|organise|organize) [for] [a|an] <wanted> to _
    (have|need|want) (a|to have a) word with [a|an|the|your] [_] <wanted>
    in charge here
    (refuse|done|tired|sick|fed up) [to|of|with|about] (talk|talking|speak|speaking|chat|chatting) (to|with) (a|an|this|the) [_] (bot|robot|machine|computer|program|chatbot)
    (does|do|is) (anybody|anyone|someone|somebody) [actually|really|ever] (work|working|sit) (there|here)
    (like|want|need|request|get|arrange) [a|to get a|to have a] (callback|call back)
    call me back
    (give|tell) me [the|a|your] [phone|telephone] number (of|for) [your|the|a] <wanted>
    (how|where) (can|do|could|may) i (get through to|reach|contact|find|get|get hold of|get to|speak to|talk to) [a|an|the|your|any|some] [_] <wanted>
    (not|want) (you|out of this bot)
    (turn|switch|shut) (off|down) (the|this) (bot|robot|machine|chatbot)
    (can|could|may|will) [a|an|the] (colleague|colleagues|adviser|advisor|manager) of yours _
    (pass|hand|give) me to (someone|somebody) else
    put (in|into|in touch|into touch|in contact) [touch|contact] with [a|an|the|your] [_] <wanted>
    (think|want|prefer) [that] [a|an] <wanted> (should|must|to) (look|see|check|read|handle|deal|take) _
    (someone|somebody) from (support|service|customer service|customer care)
    (contact|reach) [the|your] (support|service|customer service|help desk)
    (talk|speak|chat) (to|with) [the|your] (bank|branch) [directly|in person|itself]
    (lodge|raise|take) (this|that|it) (with|to|up with) [a|the|your] (manager|supervisor|boss)
    """

  /// Asked for when nothing else of weight is said.
  static let whole = """
    0
    <person>
    a <wanted>
    (an|any|another|the|your|some) <wanted>
    can (someone|somebody|anyone|anybody) [please] help [me|us] [now|please]
    could (someone|somebody|anyone|anybody) [please] help [me|us] [now|please]
    i need (someone|somebody) [now]
    (anyone|anybody|someone|somebody) (there|here|home)
    let me (talk|speak) [now]
    i want to (talk|speak) [now]
    (talk|speak) to me
    escalate [this|it|now]
    [i] (want|would like|need) to escalate (this|it)
    transfer me
    connect me
    (ring|phone|call) me [back]
    not (you|the bot) [again]
    (screw|forget|damn) (this|it|that) <person>
    (cust|customer) (service|serv|svc|support|care)
    """

  /// What stands where a word for a person means none.
  static let others = """
    (real|actual|living|true) (person|human) not (a|1|your)
    [i am] (a|an) [real|actual|living] (person|human) not a (bot|robot|machine|computer|program)
    (is|are) there (anyone|anybody|someone|somebody) else (on|with|in|who)
    (call|calls|mail|message|letter|text|sms|email) from (customer service|customer support|customer care|support|an agent|your agent|somebody|someone)
    human (resources|resource|error|errors|rights|mistake|mistakes|nature|body|factor|trafficking|made|readable)
    (only|just|merely) human
    (i am|we are|i am a|i am an|we are all) [only|just] (human|agent|person|representative)
    (estate|travel|insurance|letting|property|sales|shipping|customs|secret|booking|rental|ticket|real estate|leasing|tax|collection|debt|transfer|paying|commission|delivery) (agent|agents|representative|rep|advisor|adviser|consultant|manager|clerk)
    (agent|agents|broker|operator|representative|advisor|adviser|manager) (fee|fees|commission|commissions|code|number|id|charge|charges|bank)
    (paid|pay|paying|owe|sent) [a|an|the|my|his|her|that|this] (agent|person|man|woman|guy|manager|representative|operator|advisor|someone|somebody)
    (tour|phone|mobile|network|telecom|machine|forklift|bus|train) (operator|operators)
    (the|your|that|this|an|a) (agent|person|man|woman|guy|lady|representative|operator|advisor|adviser|clerk|manager|employee|human) (told|said|was|were|did|had|promised|asked|refused|who|gave|made|took|that|i spoke|i talked)
    (spoke|talked|spoken) (to|with) [a|an|the|your|some] [_] <person>
    (legal|authorised|authorized|sole|statutory|company) (representative|person|representatives)
    representative (office|of|sample|example|apr)
    (per|in|third|single|missing|contact|authorised|authorized|natural|young|old|disabled|married|deceased|dead|second|other|each|every|another) person
    (cleaning|free|washing|chemical) agent
    (support|supports|supporting) (for|my|apple|google|the)
    someone (else|stole|took|used|has|is|hacked|made|withdrew|charged|opened|sent|paid|called|scammed|stolen|broke|got)
    somebody (else|stole|took|used|has|is|hacked|made|withdrew|charged|opened|sent|paid|called|scammed|stolen|broke|got)
    my (agent|manager|boss|representative|rep|assistant|colleague|team|staff|employee|employees|clerk|consultant|accountant|supervisor|people|person|man|woman)
    (with|without) (a|an|the|my) [_] (assistant|team|staff)
    (human|agent) smith
    """

  /// What turns the asking for a person into its opposite, when it stands right before it.
  static let negations = """
    (do|did|does|would|will|shall|should|please do|must) not (want|need|wish|like|have|require|connect|transfer|put|call|send|talk|speak|get|bring|give|pass|hand|escalate|switch|forward)
    not (want|need|wish|connect|transfer|put|call|talking|speaking|asking|looking|wanting|necessary|interested)
    no (need|reason|wish|desire)
    without
    instead of
    rather than
    never (want|wanted|asked|need|needed|talk|speak|call|wish)
    rather not
    prefer not
    hate
    avoid
    no
    not
    stop
    """
}
