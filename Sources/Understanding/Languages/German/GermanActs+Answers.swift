import Playbooks

extension GermanActs {
  /// Moves that answer, refuse or put right what the bot said.
  static let answers: [ActPhrases.Group] = [
    .init(
      move: .decline, onlyWhole: false,
      phrases: """
        (das|die|es) (weiß|hab|habe) ich (nicht|nicht mehr|leider nicht|gerade nicht) [auswendig|genau|mehr|dabei|da|hier|bei mir]
        ich (weiß|habe) (das|es|die|ihn|sie) [leider|gerade|jetzt|auch] nicht [mehr|auswendig|genau|dabei|da|hier|bei mir|zur hand|parat]
        ich habe [leider|gerade|jetzt] (keine|keinen|kein) _ [_] (dabei|da|hier|bei mir|zur hand|parat)
        ich habe (keine|keinen|kein) (ahnung|schimmer|dunst|plan)
        (keine|null) (ahnung|idee|plan)
        (das|es) (will|möchte|kann|darf) ich [ihnen|dir] [lieber|leider|hier] nicht (sagen|angeben|nennen|verraten|beantworten|schreiben|teilen)
        ich (will|möchte|kann|darf) (das|es|ihnen das|dir das) [lieber|leider|hier] nicht (sagen|angeben|nennen|verraten|beantworten|schreiben|teilen)
        (das|es) (sage|verrate|nenne) ich [ihnen|dir] [lieber] nicht
        (das|es) geht sie [gar|überhaupt] nichts an
        (das|es) ist (privat|persönlich|vertraulich|geheim)
        ich (erinnere mich|kann mich) [leider|daran|nicht] [daran|nicht|mehr] (nicht|erinnern) [mehr|daran|erinnern]
        (das|es) habe ich [leider|schon] vergessen
        ich habe (es|das|ihn|sie) [leider|schon] vergessen
        ich finde (sie|ihn|es|das) [leider|gerade|jetzt] nicht
        lieber nicht [sagen]
        """),
    .init(
      move: .decline, onlyWhole: true,
      phrases: """
        weiß [ich] [leider|das|es] nicht [mehr|genau|auswendig]
        weiß nicht
        ich weiß [es|das] [leider] nicht [mehr|genau|auswendig]
        (habe|hab) [ich] [leider|gerade] (nicht|keine|keinen|keines|kein) [da|dabei|hier|mehr]
        ich habe (keine|keinen|keines|kein) [_] [_]
        (keine|keinen|kein) [_]
        vergessen
        (überspringen|auslassen|weiter|nächste frage|weglassen)
        nicht bekannt
        unbekannt
        (bin|ich bin) [mir] (nicht|da nicht) sicher
        nicht sicher
        weiß der geier
        [ganz|völlig] (egal|gleich|wurscht) [wo|wann|wie|welche|welcher|wer|was]
        [das|es] ist mir [ganz|völlig] (egal|gleich|wurscht)
        mir ist [das|es] [ganz|völlig] (egal|gleich|wurscht)
        (keine|kein) (präferenz|vorliebe|wunsch)
        wie sie (wollen|möchten|meinen)
        (suchen|wählen) sie [sich] [etwas|eine|einen] aus
        (möchte|will|kann) ich [ihnen] nicht [sagen|angeben|nennen]
        """),
    .init(
      move: .whyAsked, onlyWhole: false,
      phrases: """
        (warum|wieso|weshalb|wozu|wofür) (fragen|brauchen|wollen|benötigen) sie (das|die|es|mich das|danach|diese _|meine _|so etwas) [wissen]
        (warum|wieso|weshalb|wozu|wofür) (fragst|brauchst|willst) du (das|die|es|mich das|danach) [wissen]
        (warum|wieso|weshalb) (wollen sie|willst du) [das] wissen
        (warum|wieso|weshalb|wozu) (muss|soll|sollte) ich (das|ihnen das|es) [ihnen] (sagen|angeben|wissen|nennen)
        (wofür|wozu) (ist das|wird das|braucht man das|brauchen sie das) [nötig|gebraucht|gut]
        (was geht|was interessiert) sie das [an]
        zu welchem zweck
        """),
    .init(move: .whyAsked, onlyWhole: true, phrases: "warum\nwieso\nweshalb\nwozu\nwofür\nwozu das\nwarum das"),
    .init(
      move: .saidSoFar, onlyWhole: false,
      phrases: """
        was habe ich [ihnen|dir] (bisher|bis jetzt|schon|bereits|alles) [alles] (gesagt|angegeben|geschrieben|erzählt)
        was (wissen sie|weißt du|haben sie|hast du) (bisher|schon|bereits|bis jetzt) [von mir|über mich] [notiert|aufgeschrieben]
        was (haben sie|hast du) [sich|dir] [bisher|schon|alles|von mir] (notiert|aufgeschrieben|gespeichert|verstanden)
        (fassen sie|fass) [das|es] [bitte] [noch einmal] zusammen
        zusammenfassung
        """),
    .init(
      move: .correction, onlyWhole: false,
      phrases: """
        ich meinte
        ich meine
        gemeint (war|ist)
        ich habe mich (vertippt|verschrieben|geirrt|vertan|versprochen)
        (das|es) (war|ist) (falsch|ein fehler|ein irrtum|ein tippfehler|nicht richtig|nicht korrekt)
        (das|es) stimmt (nicht|so nicht)
        mein fehler
        korrektur
        tippfehler
        verschrieben
        vertippt
        falsche (nummer|karte|zahl|adresse)
        (falscher|falsches) (tag|betrag|datum|name)
        nicht _ sondern _
        _ nicht sondern _
        nicht am _ sondern am _
        (ändern|ändere|korrigieren) sie (das|es) (auf|in|zu) _
        (das|es) (sollte|muss|soll) _ (heißen|sein)
        nein (es|das) (ist|war|sind|waren) _
        eigentlich (ist|war|sind) (es|das) _
        besser gesagt
        vielmehr
        moment nein
        nein moment
        """),
    .init(
      move: .noneOfThese, onlyWhole: true,
      phrases: """
        [etwas] (anderes|andere)
        was anderes
        ein (anderes|andere) (thema|anliegen|frage|sache)
        [nein] (keines|keine|keiner|nichts) (davon|von diesen|von denen|von beiden|passt)
        (davon|von denen) (keines|keine|nichts)
        (passt|stimmt) (nichts|keines) [davon]
        weder noch
        keines
        sonstiges
        (es|das) ist (etwas anderes|was anderes|nicht dabei)
        (mein anliegen|mein problem|das|es) (ist|steht) (nicht dabei|da nicht)
        """),
    .init(
      move: .alreadyTold, onlyWhole: false,
      phrases: """
        (das|die|es) habe ich [ihnen|dir] [doch] (schon|bereits|gerade) [einmal|mal|zweimal|dreimal|oft] (gesagt|geschrieben|angegeben|beantwortet|genannt|mitgeteilt|erklärt)
        ich habe [ihnen|dir] (das|die|es|ihnen das) [doch] (schon|bereits|gerade) [einmal|mal|zweimal|oft] (gesagt|geschrieben|angegeben|beantwortet|genannt|mitgeteilt|erklärt)
        habe ich [ihnen|dir] [doch] (schon|bereits|gerade) (gesagt|geschrieben|angegeben|beantwortet)
        (sie haben|du hast) mich das [doch] (schon|bereits|gerade) [einmal|mal] gefragt
        (das haben sie|das hast du) mich [doch] (schon|bereits|gerade) [einmal|mal] gefragt
        (wie oft|wie oft noch|wie oft denn noch) [soll|muss] [ich] [das] [noch|ihnen] (sagen|wiederholen|schreiben)
        (hören sie auf|hör auf) [mich] (das|dauernd|ständig|immer) [das gleiche|dasselbe] [zu] fragen
        (sie fragen|du fragst) [mich] (immer|dauernd|ständig) (das gleiche|dasselbe)
        wie [schon|bereits] gesagt
        ich wiederhole mich [nicht|ungern]
        (lesen sie|lies) was ich [schon|gerade|oben] geschrieben habe
        steht [doch] (oben|schon da)
        """),
    .init(
      move: .notSettled, onlyWhole: false,
      phrases: """
        (das|es) (hilft|half) [mir] [leider|gar|überhaupt|aber] nicht [weiter|viel]
        (das|es) hat [mir] [leider|gar|überhaupt|aber] nicht (geholfen|funktioniert|geklappt)
        (das|es) (löst|beantwortet) (das problem|mein problem|meine frage|die frage) [leider|aber] nicht
        (das|es) (war|ist) [leider|aber] (nicht hilfreich|keine hilfe|keine antwort|nicht meine frage|nicht das problem|nicht gelöst|nicht geklärt|nicht erledigt)
        (es|das) (geht|funktioniert|klappt) (immer noch|noch immer|weiterhin|trotzdem|leider|noch) nicht
        (immer noch|noch immer) (das gleiche|dasselbe|nicht gelöst|das problem|ein problem)
        (sie haben|du hast) [mir|meine frage|mich] [leider|gar|überhaupt|aber] nicht (geholfen|beantwortet|verstanden)
        (nicht|noch nicht) (gelöst|geklärt|erledigt|beantwortet)
        (völlig|total) (nutzlos|sinnlos)
        (nutzlos|sinnlos)
        ich habe (noch eine|eine weitere|eine andere) frage
        """),
    .init(
      move: .asBefore, onlyWhole: false,
      phrases: """
        (wie|so wie) (letztes mal|das letzte mal|beim letzten mal|immer|bisher|vorher|zuvor|gehabt|sonst|früher)
        (dasselbe|das gleiche|derselbe|der gleiche|dieselbe|die gleiche) [_] wie (letztes mal|das letzte mal|beim letzten mal|immer|bisher|vorher|zuvor|sonst|früher)
        daran hat sich nichts geändert
        (das|es) hat sich nicht geändert
        (das|es) ist gleich geblieben
        """),
    .init(
      move: .asBefore, onlyWhole: true, phrases: "[noch|immer noch] (dasselbe|das gleiche)\nunverändert\nwie gehabt"),
    .init(
      move: .notSettled, onlyWhole: true,
      phrases: """
        (hilft|half) [mir] [leider] nicht [weiter]
        hat nicht (geholfen|geklappt|funktioniert)
        gleiches problem
        """),
  ]
}
