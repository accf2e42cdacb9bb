/// Baton's own sentences in English.
enum EnglishSentences {
  static func text(of sentence: Sentence) -> String {
    switch sentence {
    case .disclosure:
      "You are writing with {{bot.name}}, an automated assistant. Say \"human\" at any time to reach a person."
    case .greeting: "Hello. What can I do for you?"
    case .askMore: "Is there anything else I can do for you?"
    case .retry: "I am sorry, I did not find {{slot.title}} in that."
    case .invalid: "I am sorry, that cannot be: {{slot.title}} has to be {{slot.requirement}}."
    case .fallback:
      "I am sorry, I did not understand that. Please say it in other words, or say \"human\" for a person."
    case .disambiguation: "I want to be sure that I understood. Which of these is it?"
    case .aPerson: "Talk to a person"
    case .whichSlot: "You said {{slot.value}}. Which one is that?"
    case .confirmSlot: "{{slot.title}} is {{slot.value}}. Is that right?"
    case .confirmIntent: "{{intent.title}}{{#case.facts}} ({{case.facts}}){{/case.facts}}. Shall I go on?"
    case .corrected: "Thank you, I changed that: {{slot.title}} is {{slot.value}}."
    case .correctedSeveral: "Thank you, I changed that: {{case.facts}}."
    case .noted: "Noted: {{case.facts}}."
    case .whichValue: "Which one is right?"
    case .whatAbout: "What is it about?"
    case .onBehalf: "I note that this is about {{case.person}}."
    case .notWanted: "All right, not that: {{intent.title}}. What can I do for you?"
    case .leftOut: "All right, I left that out: {{intent.title}}."
    case .whatToChange: "What shall I change? Say it, or say \"cancel\"."
    case .nothingBefore: "I do not have that from before: {{slot.title}}."
    case .stillNeeded: "I still need: {{slot.title}}."
    case .settledQuestion: "Does that settle it?"
    case .settled: "Good. If anything else comes up, just write."
    case .notSettled: "Then a person should look at it."
    case .backTo: "Back to {{intent.title}}."
    case .cancelled: "All right, I stopped that. Nothing was done."
    case .startedOver: "Let us start again. What can I do for you?"
    case .nothingToRepeat: "I have not asked anything yet. What can I do for you?"
    case .capabilities: "I can help with the matters below, and I can bring you to a person at any time."
    case .areYouABot: "Yes, I am an automated assistant. Say \"human\" and a person takes over."
    case .thanks: "You are welcome."
    case .goodbye: "Goodbye. You can come back to this conversation at any time."
    case .whyAsked:
      "I ask so that you get the right help and nobody has to ask you again. You can also say that you do not have it."
    case .saidSoFar: "So far I know: {{case.facts}}."
    case .nothingSaid: "You have not told me anything about it yet."
    case .handoff: "I have passed this on to {{queue.title}}. Your case is {{case.code}}."
    case .handoffFacts: "I passed on: {{case.facts}}. You will not have to say it again."
    case .handoffNext:
      "A person will answer you here{{#queue.position}}; you are number {{queue.position}} in the queue{{/queue.position}}. You can go on writing, everything reaches them."
    case .handoffWait: "The wait is about {{queue.wait}}."
    case .handoffClosed:
      "Nobody is on duty right now{{#queue.opens_at}}; {{queue.title}} is back {{queue.opens_at}}{{/queue.opens_at}}. Your case is kept and will be answered."
    case .handoffPhone: "In an emergency call {{queue.phone}}."
    case .askContact: "How can we reach you? Please give an e-mail address or a phone number."
    case .contactNoted: "Thank you. We will reach you there."
    case .waiting:
      "Your case {{case.code}} is with {{queue.title}}{{#queue.position}}, you are number {{queue.position}} in the queue{{/queue.position}}. A person will answer you here."
    case .added: "I added that to your case: {{case.facts}}."
    case .passedOn: "I have passed that on to {{queue.title}}."
    case .stillWithAgent: "{{agent.name}} has your case."
    case .agentJoined: "{{agent.name}} has joined. They can see everything you wrote."
    case .agentLeft:
      "{{agent.name}} has left. Your case {{case.code}} is back with {{queue.title}} and keeps its place."
    case .transferredToQueue: "{{agent.name}} has passed your case on to {{queue.title}}, with everything you wrote."
    case .transferredToAgent: "{{agent.name}} now has your case and can see everything you wrote."
    case .snoozed: "{{agent.name}} will come back to your case. Write at any time if something changes."
    case .resolved:
      "{{agent.name}} has closed your case {{case.code}}. I am here again, {{bot.name}}, the automated assistant. If it is not solved, just write."
    case .reopened: "I have reopened your case {{case.code}} with {{queue.title}}."
    case .tooLong: "That was too long for me to take in one piece. Please send it in parts."
    case .masked:
      "For your safety I hid the card or account number in your message. Please do not send such numbers here."
    case .languageChanged: "Of course, we can go on in English."
    case .engineError: "Something went wrong on our side, so a person takes over."
    case .lookingUp: "One moment, I am looking that up."
    case .lookupFailed: "I could not look that up just now, so a person does it."
    case .idleReminder: "Are you still there? Take your time: what you said is kept."
    }
  }
}
