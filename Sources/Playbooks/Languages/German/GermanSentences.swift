/// Baton's own sentences in German: polite, as one writes to customers.
enum GermanSentences {
  /// Of every sentence, its text.
  static let texts: [Sentence: String] = [
    .disclosure:
      "Sie schreiben mit {{bot.name}}, einem automatischen Assistenten. Mit „Mensch“ erreichen Sie jederzeit eine Person.",
    .greeting: "Guten Tag. Was kann ich für Sie tun?",
    .askMore: "Kann ich sonst noch etwas für Sie tun?",
    .retry: "Das habe ich leider nicht gefunden: {{slot.title}}.",
    .invalid: "Das geht leider nicht: {{slot.title}} – möglich ist: {{slot.requirement}}.",
    .fallback:
      "Das habe ich leider nicht verstanden. Bitte sagen Sie es mit anderen Worten, oder schreiben Sie „Mensch“ für eine Person.",
    .disambiguation: "Ich möchte sichergehen, dass ich Sie richtig verstehe. Worum geht es?",
    .aPerson: "Mit einer Person sprechen",
    .whichSlot: "Sie haben {{slot.value}} genannt. Was davon ist gemeint?",
    .confirmSlot: "{{slot.title}}: {{slot.value}}. Stimmt das?",
    .confirmIntent: "{{intent.title}}{{#case.facts}} ({{case.facts}}){{/case.facts}}. Soll ich das so machen?",
    .corrected: "Danke, ich habe das geändert: {{slot.title}} ist jetzt {{slot.value}}.",
    .correctedSeveral: "Danke, ich habe das geändert: {{case.facts}}.",
    .noted: "Ich habe notiert: {{case.facts}}.",
    .whichValue: "Was davon stimmt?",
    .whatAbout: "Worum geht es?",
    .onBehalf: "Ich notiere, dass es um eine andere Person geht: {{case.person}}.",
    .notWanted: "In Ordnung, das also nicht: {{intent.title}}. Was kann ich für Sie tun?",
    .leftOut: "In Ordnung, das lasse ich weg: {{intent.title}}.",
    .whatToChange: "Was soll ich ändern? Sagen Sie es einfach, oder schreiben Sie „abbrechen“.",
    .nothingBefore: "Das habe ich nicht von früher: {{slot.title}}.",
    .stillNeeded: "Ich brauche noch: {{slot.title}}.",
    .settledQuestion: "Ist Ihre Frage damit geklärt?",
    .settled: "Gut. Wenn noch etwas ist, schreiben Sie einfach.",
    .notSettled: "Dann sollte sich das eine Person ansehen.",
    .backTo: "Zurück zu: {{intent.title}}.",
    .cancelled: "In Ordnung, ich habe das abgebrochen. Es ist nichts geschehen.",
    .startedOver: "Fangen wir von vorne an. Was kann ich für Sie tun?",
    .nothingToRepeat: "Ich habe noch nichts gefragt. Was kann ich für Sie tun?",
    .capabilities: "Bei diesen Anliegen kann ich helfen, und ich kann Sie jederzeit mit einer Person verbinden.",
    .areYouABot: "Ja, ich bin ein automatischer Assistent. Schreiben Sie „Mensch“, dann übernimmt eine Person.",
    .thanks: "Gern geschehen.",
    .goodbye: "Auf Wiedersehen. Sie können dieses Gespräch jederzeit fortsetzen.",
    .whyAsked:
      "Ich frage, damit Sie die richtige Hilfe bekommen und niemand Sie noch einmal fragen muss. Sie können auch sagen, dass Sie es nicht haben.",
    .saidSoFar: "Bisher weiß ich: {{case.facts}}.",
    .nothingSaid: "Sie haben mir dazu noch nichts gesagt.",
    .handoff: "Ich habe das weitergegeben an: {{queue.title}}. Ihre Vorgangsnummer ist {{case.code}}.",
    .handoffFacts: "Weitergegeben habe ich: {{case.facts}}. Sie müssen das nicht noch einmal sagen.",
    .handoffNext:
      "Eine Person antwortet Ihnen hier{{#queue.position}}; Sie sind Nummer {{queue.position}} in der Reihe{{/queue.position}}. Sie können weiterschreiben, alles kommt an.",
    .handoffWait: "Die Wartezeit beträgt etwa {{queue.wait}}.",
    .handoffClosed:
      "Im Moment ist niemand im Dienst{{#queue.opens_at}}; {{queue.title}}: wieder da {{queue.opens_at}}{{/queue.opens_at}}. Ihr Anliegen ist gespeichert und wird beantwortet.",
    .handoffPhone: "In dringenden Fällen rufen Sie {{queue.phone}} an.",
    .askContact: "Wie können wir Sie erreichen? Bitte nennen Sie eine E-Mail-Adresse oder eine Telefonnummer.",
    .contactNoted: "Danke. Wir melden uns dort bei Ihnen.",
    .waiting:
      "Ihr Anliegen {{case.code}} liegt bei: {{queue.title}}{{#queue.position}}. Sie sind Nummer {{queue.position}} in der Reihe{{/queue.position}}. Eine Person antwortet Ihnen hier.",
    .added: "Das habe ich zu Ihrem Anliegen dazugeschrieben: {{case.facts}}.",
    .passedOn: "Das habe ich weitergegeben an: {{queue.title}}.",
    .stillWithAgent: "{{agent.name}} kümmert sich um Ihr Anliegen.",
    .agentJoined: "{{agent.name}} ist jetzt hier und kann alles lesen, was Sie geschrieben haben.",
    .agentLeft:
      "{{agent.name}} ist nicht mehr hier. Ihr Anliegen {{case.code}} liegt wieder bei: {{queue.title}}. Es behält seinen Platz.",
    .transferredToQueue:
      "{{agent.name}} hat Ihr Anliegen mit allem, was Sie geschrieben haben, weitergegeben an: {{queue.title}}.",
    .transferredToAgent: "{{agent.name}} hat jetzt Ihr Anliegen und kann alles lesen, was Sie geschrieben haben.",
    .snoozed: "{{agent.name}} kommt auf Ihr Anliegen zurück. Schreiben Sie jederzeit, wenn sich etwas ändert.",
    .resolved:
      "{{agent.name}} hat Ihr Anliegen {{case.code}} abgeschlossen. Ab jetzt antworte wieder ich, {{bot.name}}, der automatische Assistent. Falls es nicht gelöst ist, schreiben Sie einfach.",
    .reopened: "Ich habe Ihr Anliegen {{case.code}} wieder geöffnet. Es liegt bei: {{queue.title}}.",
    .tooLong: "Das war zu lang für mich auf einmal. Bitte schicken Sie es in Teilen.",
    .masked:
      "Zu Ihrer Sicherheit habe ich die Karten- oder Kontonummer in Ihrer Nachricht verborgen. Bitte schicken Sie solche Nummern hier nicht.",
    .languageChanged: "Gern, wir können auf Deutsch weiterschreiben.",
    .engineError: "Bei uns ist etwas schiefgegangen, darum übernimmt eine Person.",
    .lookingUp: "Einen Moment bitte, ich sehe nach.",
    .lookupFailed: "Das konnte ich gerade nicht nachsehen, darum macht es eine Person.",
    .idleReminder: "Sind Sie noch da? Lassen Sie sich Zeit: was Sie gesagt haben, bleibt gespeichert.",
  ]
}
