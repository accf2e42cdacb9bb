import Playbooks
import Vocabulary

/// The phrases of the built-in moves, English. Asking for a person has a table of its own.
enum ActPhrases {
  struct Group: Sendable {
    let move: Act.Move
    /// Counts only when nothing of weight stands beside it: "stop" in "stop payment on a cheque" is none.
    let onlyWhole: Bool
    let phrases: String
  }

  static let groups: [Group] = talk + answers

  /// Moves about the conversation itself.
  private static let talk: [Group] = [
    Group(
      move: .cancel, onlyWhole: true,
      phrases: """
        stop [it|this|that|now]
        cancel [it|this|that|everything|all of it]
        abort
        quit
        [please] (stop|cancel) (this|that|it) [now]
        never mind [then]
        nevermind
        forget [about] it
        forget (that|this)
        drop it
        leave it
        [i] changed my mind
        i have changed my mind
        do not bother
        no need [any more|anymore]
        i do not (want|need) (to|it|that|this) [any more|anymore]
        (let us|we can) (stop|leave it|forget it) [here]
        scrap that
        """),
    Group(
      move: .cancel, onlyWhole: false,
      phrases: """
        never mind
        nevermind
        forget (about it|it)
        i have changed my mind
        i changed my mind
        """),
    Group(
      move: .startOver, onlyWhole: false,
      phrases: """
        start (over|again|afresh|anew) [from the (beginning|start|top)]
        start from (the|) (beginning|start|scratch|top)
        begin again
        let us (start|begin) (over|again)
        restart [the (chat|conversation)]
        from the (beginning|top) [again]
        go back to the (start|beginning)
        reset [the (chat|conversation)]
        """),
    Group(
      move: .repeat, onlyWhole: true,
      phrases: """
        repeat [that|it|the question|please]
        (can|could) you (repeat|say) (that|it|the question) [again|1 more time]
        (can|could) you repeat [please]
        say (that|it) again
        say again
        come again
        pardon [me]
        [i] beg your pardon
        what did you (say|ask)
        what was (that|the question|your question) [again]
        again please
        what was it you (said|asked|wanted)
        i did not (get|catch|hear|understand) (that|you|the question)
        i do not understand [that|you|the question]
        what do you mean [by that]
        how do you mean [that]
        [sorry] what
        1 more time
        once (more|again)
        """),
    Group(
      move: .capabilities, onlyWhole: false,
      phrases: """
        what can you do [for me]
        what (all|else|things) can you do
        what can you help [me] with
        what can i (ask|say) [you|here]
        what can i do (here|with you)
        what do you (do|know|offer)
        what are (my|the) options
        what is this [chat] for
        what services do you offer
        how can you help [me]
        how does this [chat|bot] work
        show [me] [the] (menu|options)
        what are you [good] for
        """),
    Group(
      move: .capabilities, onlyWhole: true,
      phrases: """
        help [me]
        i need help
        menu
        options
        main menu
        (can|could) you help [me]
        (can|could) i get [some] help
        what now
        """),
    Group(
      move: .areYouABot, onlyWhole: false,
      phrases: """
        are you (a|an|) [real] (bot|robot|machine|computer|human|person|ai|chatbot|program|automated) [system|assistant]
        are you [a] (real|human|alive|automated|artificial)
        are you [really] (human|real)
        am i (talking|speaking|chatting|writing) (to|with) (a|an|) [real] (bot|robot|machine|computer|human|person|ai|chatbot)
        is (this|that|it) (a|an|) [real] (bot|robot|machine|computer|ai|chatbot|human|person) [(talking|speaking|writing)]
        who am i (talking|speaking|chatting|writing) (to|with)
        who (are|is) (you|this)
        what are you
        (do i|am i) (talk|talking) to a (computer|machine|robot|bot)
        you are (a|just a|only a) (bot|robot|machine|computer)
        """),
    Group(
      move: .thanks, onlyWhole: false,
      phrases: """
        thanks
        thank you
        thankyou
        ty
        cheers
        much appreciated
        [i] appreciate (it|that|your help)
        ta
        that (was|is) (very|really|) helpful
        """),
    Group(
      move: .goodbye, onlyWhole: false,
      phrases: """
        goodbye
        good bye
        bye [bye]
        see you [later|soon|around]
        cya
        ciao
        farewell
        have a (nice|good|great|lovely) (day|evening|weekend|night|1|afternoon)
        good night
        take care
        that is all [for (now|today)]
        that will be all
        that is everything [for (now|today)]
        nothing else
        talk (to you|) later
        """),
    Group(
      move: .greeting, onlyWhole: false,
      phrases: """
        hi [there]
        hello [there]
        hey [there]
        hiya
        howdy
        greetings
        good (morning|afternoon|evening|day)
        """),
  ]
}
