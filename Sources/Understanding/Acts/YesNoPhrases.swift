/// How people say yes and no to a question of the bot.
enum YesNoPhrases {
  static let yes = """
    yes [yes]
    yes (please|sir|indeed|of course|exactly|correct)
    yeah
    yea
    yep
    yup
    ya
    yess
    yesss
    y
    sure [thing]
    of course
    ok
    okay
    k
    kk
    alright
    all right
    correct
    right
    exactly
    absolutely
    definitely
    certainly
    indeed
    affirmative
    positive
    that is (right|correct|it|true|fine|good|the 1|ok|okay)
    (it|this|it all) is (right|correct|fine|good|true|ok|okay)
    it is
    it does
    it did
    i do
    i did
    i am
    i have
    please do
    go (ahead|on|for it)
    do (it|that|so)
    sounds good
    (looks|seems) (good|right|fine|correct)
    fine [by me|with me]
    good
    great
    perfect
    true
    confirmed
    [i] confirm
    agreed
    [i] agree
    why not
    by all means
    (that|it) (helped|helps|works|worked|answers it|solved it|settles it|does)
    solved
    all good
    you got it
    you may
    """

  static let no = """
    no [no|not at all|way]
    no (thanks|thank you|sir|sorry)
    nope
    nah
    na
    naw
    n
    noo
    nooo
    never
    not (at all|really|quite|exactly|right|correct|now|yet|today|necessary|that)
    (that|it|this) is (not|wrong|incorrect|false|not right|not correct|not it|not true)
    (that|it) (does|did|is|was) not
    wrong
    incorrect
    false
    negative
    do not
    do not do (it|that)
    please do not
    i do not
    i did not
    i am not
    i have not
    i do not think so
    i would rather not
    rather not
    by no means
    certainly not
    absolutely not
    definitely not
    of course not
    no way
    """
}
