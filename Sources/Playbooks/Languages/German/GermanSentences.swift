/// Baton's own sentences in German: polite, as one writes to customers.
enum GermanSentences {
  static func text(of sentence: Sentence) -> String {
    switch sentence {
    case .disclosure:
      "Sie schreiben mit {{bot.name}}, einem automatischen Assistenten. Mit „Mensch“ erreichen Sie jederzeit eine Person."
    case .greeting: "Guten Tag. Was kann ich für Sie tun?"
    case .askMore: "Kann ich sonst noch etwas für Sie tun?"
    case .retry: "Das habe ich leider nicht gefunden: {{slot.title}}."
    case .invalid: "Das geht leider nicht: {{slot.title}} – möglich ist: {{slot.requirement}}."
    case .fallback:
      "Das habe ich leider nicht verstanden. Bitte sagen Sie es mit anderen Worten, oder schreiben Sie „Mensch“ für eine Person."
    case .disambiguation: "Ich möchte sichergehen, dass ich Sie richtig verstehe. Worum geht es?"
    case .aPerson: "Mit einer Person sprechen"
    case .whichSlot: "Sie haben {{slot.value}} genannt. Was davon ist gemeint?"
    case .confirmSlot: "{{slot.title}}: {{slot.value}}. Stimmt das?"
    case .confirmIntent: "{{intent.title}}{{#case.facts}} ({{case.facts}}){{/case.facts}}. Soll ich das so machen?"
    case .corrected: "Danke, ich habe das geändert: {{slot.title}} ist jetzt {{slot.value}}."
    case .correctedSeveral: "Danke, ich habe das geändert: {{case.facts}}."
    case .noted: "Ich habe notiert: {{case.facts}}."
    case .whichValue: "Was davon stimmt?"
    case .whatAbout: "Worum geht es?"
    case .onBehalf: "Ich notiere, dass es um eine andere Person geht: {{case.person}}."
    case .notWanted: "In Ordnung, das also nicht: {{intent.title}}. Was kann ich für Sie tun?"
    case .leftOut: "In Ordnung, das lasse ich weg: {{intent.title}}."
    case .whatToChange: "Was soll ich ändern? Sagen Sie es einfach, oder schreiben Sie „abbrechen“."
    case .nothingBefore: "Das habe ich nicht von früher: {{slot.title}}."
    case .stillNeeded: "Ich brauche noch: {{slot.title}}."
    case .settledQuestion: "Ist Ihre Frage damit geklärt?"
    case .settled: "Gut. Wenn noch etwas ist, schreiben Sie einfach."
    case .notSettled: "Dann sollte sich das eine Person ansehen."
    case .backTo: "Zurück zu: {{intent.title}}."
    case .cancelled: "In Ordnung, ich habe das abgebrochen. Es ist nichts geschehen."
    case .startedOver: "Fangen wir von vorne an. Was kann ich für Sie tun?"
    case .nothingToRepeat: "Ich habe noch nichts gefragt. Was kann ich für Sie tun?"
    case .capabilities: "Bei diesen Anliegen kann ich helfen, und ich kann Sie jederzeit mit einer Person verbinden."
    case .areYouABot: "Ja, ich bin ein automatischer Assistent. Schreiben Sie „Mensch“, dann übernimmt eine Person."
    case .thanks: "Gern geschehen."
    case .goodbye: "Auf Wiedersehen. Sie können dieses Gespräch jederzeit fortsetzen."
    case .whyAsked:
      "Ich frage, damit Sie die richtige Hilfe bekommen und niemand Sie noch einmal fragen muss. Sie können auch sagen, dass Sie es nicht haben."
    case .saidSoFar: "Bisher weiß ich: {{case.facts}}."
    case .nothingSaid: "Sie haben mir dazu noch nichts gesagt."
    case .handoff: "Ich habe das weitergegeben an: {{queue.title}}. Ihre Vorgangsnummer ist {{case.code}}."
    case .handoffFacts: "Weitergegeben habe ich: {{case.facts}}. Sie müssen das nicht noch einmal sagen."
    case .handoffNext:
      "Eine Person antwortet Ihnen hier{{#queue.position}}; Sie sind Nummer {{queue.position}} in der Reihe{{/queue.position}}. Sie können weiterschreiben, alles kommt an."
    case .handoffWait: "Die Wartezeit beträgt etwa {{queue.wait}}."
    case .handoffClosed:
      "Im Moment ist niemand im Dienst{{#queue.opens_at}}; {{queue.title}}: wieder da {{queue.opens_at}}{{/queue.opens_at}}. Ihr Anliegen ist gespeichert und wird beantwortet."
    case .handoffPhone: "In dringenden Fällen rufen Sie {{queue.phone}} an."
    case .askContact: "Wie können wir Sie erreichen? Bitte nennen Sie eine E-Mail-Adresse oder eine Telefonnummer."
    case .contactNoted: "Danke. Wir melden uns dort bei Ihnen."
    case .waiting:
      "Ihr Anliegen {{case.code}} liegt bei: {{queue.title}}{{#queue.position}}. Sie sind Nummer {{queue.position}} in der Reihe{{/queue.position}}. Eine Person antwortet Ihnen hier."
    case .added: "Das habe ich zu Ihrem Anliegen dazugeschrieben: {{case.facts}}."
    case .passedOn: "Das habe ich weitergegeben an: {{queue.title}}."
    case .stillWithAgent: "{{agent.name}} kümmert sich um Ihr Anliegen."
    case .agentJoined: "{{agent.name}} ist jetzt hier und kann alles lesen, was Sie geschrieben haben."
    case .agentLeft:
      "{{agent.name}} ist nicht mehr hier. Ihr Anliegen {{case.code}} liegt wieder bei: {{queue.title}}. Es behält seinen Platz."
    case .transferredToQueue:
      "{{agent.name}} hat Ihr Anliegen mit allem, was Sie geschrieben haben, weitergegeben an: {{queue.title}}."
    case .transferredToAgent: "{{agent.name}} hat jetzt Ihr Anliegen und kann alles lesen, was Sie geschrieben haben."
    case .snoozed: "{{agent.name}} kommt auf Ihr Anliegen zurück. Schreiben Sie jederzeit, wenn sich etwas ändert."
    case .resolved:
      "{{agent.name}} hat Ihr Anliegen {{case.code}} abgeschlossen. Ab jetzt antworte wieder ich, {{bot.name}}, der automatische Assistent. Falls es nicht gelöst ist, schreiben Sie einfach."
    case .reopened: "Ich habe Ihr Anliegen {{case.code}} wieder geöffnet. Es liegt bei: {{queue.title}}."
    case .tooLong: "Das war zu lang für mich auf einmal. Bitte schicken Sie es in Teilen."
    case .masked:
      "Zu Ihrer Sicherheit habe ich die Karten- oder Kontonummer in Ihrer Nachricht verborgen. Bitte schicken Sie solche Nummern hier nicht."
    case .languageChanged: "Gern, wir können auf Deutsch weiterschreiben."
    case .engineError: "Bei uns ist etwas schiefgegangen, darum übernimmt eine Person."
    case .lookingUp: "Einen Moment bitte, ich sehe nach."
    case .lookupFailed: "Das konnte ich gerade nicht nachsehen, darum macht es eine Person."
    case .idleReminder: "Sind Sie noch da? Lassen Sie sich Zeit: was Sie gesagt haben, bleibt gespeichert."
    }
  }
}
