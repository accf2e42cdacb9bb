/// Longer ways to say yes and no, beside the words of `YesNoWords`.
enum YesNoPhrases {
  static let yes = """
    yes [(yes|sir|indeed|exactly|correct|please)]
    (it|this|it all) is (right|correct|fine|good|true|ok|okay)
    that is (fine|good|true|the 1|ok|okay)
    do (that|so)
    (looks|seems) (good|right|fine|correct)
    fine by me
    good
    positive
    (that|it) (helped|helps|works|worked|answers it|solved it|settles it|does)
    solved
    all good
    you may
    """

  static let no = """
    no [(no|not at all|sir|sorry)]
    noo
    nooo
    na
    not (necessary|that)
    (that|it|this) is (not|wrong|incorrect|false|not true)
    (that|it) (does|did|was) not
    i would rather not
    """
}
