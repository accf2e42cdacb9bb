extension Samples {
  /// The case of `document()` as the wire says, keys in alphabetical order.
  static let json = """
    {
      "agent" : null,
      "asked" : [
        {
          "by" : "bot",
          "seq" : 3,
          "slot" : "lost_on"
        }
      ],
      "briefing" : [
        "Lost card",
        "Card ending 4417, Lost on 2026-11-19",
        "Corrected: Card ending was 4471, now 4417",
        "Does not have or will not say: Where lost",
        "Answered before: Card fees (did not settle it)",
        "Came because the customer asked for a person",
        "Signs of impatience: same line",
        "Asked once: Lost on"
      ],
      "case" : "K7F3QX",
      "customer" : {
        "addresses" : [
          {
            "address" : "ana",
            "channel" : "line",
            "verified" : false
          }
        ],
        "earlier_cases" : 1,
        "id" : "customer-1",
        "name" : "Ana Novak",
        "since" : "2026-11-20T09:00:00.000Z",
        "verified" : false
      },
      "declined" : [
        "lost_where"
      ],
      "epoch" : 2,
      "intents" : [
        {
          "intent" : "card_fees",
          "score" : 0.8,
          "state" : "served",
          "title" : "Card fees"
        },
        {
          "intent" : "lost_card",
          "score" : 1,
          "state" : "open",
          "title" : "Lost card"
        }
      ],
      "opened_at" : "2026-11-20T09:00:05.000Z",
      "priority" : "normal",
      "queue" : "cards",
      "reason" : {
        "detail" : null,
        "kind" : "customer_request",
        "planned" : false,
        "rule" : null
      },
      "signals" : [
        {
          "seq" : 6,
          "signal" : "same_line"
        }
      ],
      "slots" : {
        "card_ending" : {
          "at" : "2026-11-20T09:00:02.000Z",
          "confirmed" : false,
          "from" : 10,
          "said" : "no, 4417",
          "seq" : 4,
          "source" : "said",
          "superseded" : [
            {
              "at" : "2026-11-20T09:00:02.000Z",
              "said" : "ends with 4471",
              "seq" : 2,
              "value" : "4471"
            }
          ],
          "title" : "Card ending",
          "to" : 14,
          "value" : "4417"
        },
        "lost_on" : {
          "at" : "2026-11-20T09:00:02.000Z",
          "confirmed" : false,
          "from" : 10,
          "said" : "yesterday",
          "seq" : 2,
          "source" : "said",
          "superseded" : [

          ],
          "title" : "Lost on",
          "to" : 14,
          "value" : "2026-11-19"
        }
      },
      "state" : "queued",
      "transcript" : [
        {
          "at" : "2026-11-20T09:00:00.000Z",
          "channel" : "line",
          "from" : "customer",
          "seq" : 1,
          "text" : "Hello"
        }
      ],
      "tried" : [
        {
          "intent" : "card_fees",
          "seq" : 1,
          "settled" : false
        }
      ],
      "type" : "case",
      "unclear" : [

      ],
      "v" : 1
    }
    """
}
