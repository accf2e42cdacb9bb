import Vocabulary

/// Everyday English words of one meaning, or nearly: who knows one of them has an idea of the others.
///
/// A group is evidence of its own beside the words, and only a little of it: the learner finds out what it is worth.
enum Kindred {
  /// The groups of a word, by their keys.
  static func groups(of stem: UInt64, _ language: Language) -> [UInt64] {
    language.rawValue.hasPrefix("en") ? english[stem] ?? [] : []
  }

  /// All words of the groups.
  static var words: [String] { groups.split(whereSeparator: \.isWhitespace).map(String.init) }

  private static let english: [UInt64: [UInt64]] = {
    var table: [UInt64: [UInt64]] = [:]
    for (number, line) in groups.split(separator: "\n").enumerated() {
      let key = Features.groupKey(number)
      for word in line.split(separator: " ") {
        let stem = Features.stem(of: String(word), .english)
        if table[stem]?.contains(key) != true { table[stem, default: []].append(key) }
      }
    }
    return table
  }()

  private static let groups = """
    lost lose misplaced mislaid missing gone vanished disappeared dropped left
    stolen stole steal theft thief robbed robbery taken nicked pickpocketed mugged
    find found locate spot
    broken broke damaged cracked defective faulty shattered smashed torn
    fail failed failing failure unsuccessful crash crashed crashes error bug glitch
    declined refused rejected denied blocked bounced unaccepted
    block freeze lock suspend disable deactivate frozen stop
    unblock unfreeze unlock reactivate restore reset
    cost costs price prices fee fees charge charges charged expense tariff rate
    expensive dear pricey overpriced steep
    cheap cheaper inexpensive affordable budget
    free gratis complimentary waived
    money cash funds fund funding
    pay paid payment paying payments settle
    buy bought purchase purchased purchases purchasing order ordered acquire
    sell sold selling sale
    refund refunded reimburse reimbursement repaid cashback moneyback
    return returned returning
    transfer transferred transferring remit remittance wire send sent sending
    withdraw withdrew withdrawn withdrawal withdrawals
    deposit deposited
    atm cashpoint cash-machine dispenser machine
    topup top-up recharge refill reload
    balance remaining
    loan lend borrow borrowing credit lent
    mortgage home-loan
    interest apr percentage
    debt owe owed owing arrears overdue
    account accounts profile
    close cancel terminate end quit unsubscribe delete remove erase
    open start begin create register signup enroll join
    change update modify edit alter amend adjust correct switch
    increase raise higher more extend boost
    decrease reduce lower less cut
    limit cap maximum max allowance quota
    minimum min least lowest
    password passcode pin code login credentials passphrase
    forgot forgotten forget
    verify verification verified confirm identity authenticate prove proof identification
    phone mobile cell cellphone smartphone handset telephone
    call ring dial telephone
    email mail e-mail
    message text sms note
    address residence moved relocate relocated
    name surname
    app application website site online
    computer laptop desktop pc
    internet wifi wi-fi broadband network connection signal
    slow lag lagging sluggish
    fast quick quickly rapid soon speedy express urgent urgently asap immediately
    late delayed delay overdue
    wait waiting pending hold
    arrive arrived arrival come came received receive reached get got delivered
    deliver delivery shipping ship shipped dispatch dispatched courier
    track tracking trace whereabouts
    parcel package box
    order purchase
    replace replacement substitute new renew another
    expire expired expiry expires expiration
    abroad overseas foreign international travel travelling traveling
    trip holiday vacation journey
    country countries nation
    currency currencies exchange conversion convert converted euros dollars pounds
    hotel accommodation room hostel lodging
    flight plane airline fly flying
    airport terminal
    luggage baggage suitcase bag bags
    book booking reserve reservation reservations
    appointment meeting visit consultation
    schedule calendar agenda plan
    remind reminder
    alarm wake
    hours time opening closing
    branch office shop store location outlet
    near nearest close closest nearby around
    where location place
    map directions route way
    car vehicle auto automobile
    petrol gas gasoline fuel diesel
    tyre tire tyres tires
    insurance insured cover coverage policy
    claim claims
    doctor physician medical health clinic hospital
    ill sick unwell
    job work employment career
    salary wage wages pay paycheck income
    tax taxes vat
    bill invoice statement receipt
    contract agreement terms
    discount offer promotion coupon voucher deal promo code
    gift present
    size fit sizes
    colour color
    weight weigh heavy
    measure measurement dimensions dimension
    warranty guarantee guaranteed
    trial test try sample
    complaint complain unhappy dissatisfied disappointed angry annoyed
    help assist assistance support aid
    explain tell describe clarify
    know understand
    wrong incorrect mistake mistaken erroneous error
    unknown unrecognised unrecognized unfamiliar strange suspicious unauthorised unauthorized
    fraud scam fraudulent phishing hacked compromised
    twice double duplicate duplicated again repeated
    card cards
    virtual disposable
    kid kids child children son daughter teenager
    wife husband spouse partner
    die died dead death deceased passed
    food meal dish recipe cook cooking
    restaurant diner cafe eatery
    film movie cinema
    song music track tune album
    play playing listen hear
    volume loud louder quieter mute
    light lights lamp lamps
    temperature heat heating warm cold thermostat
    weather forecast rain raining sunny
    joke funny laugh
    news headlines
    happy glad pleased
    bad terrible awful horrible poor
    good great excellent fine
    want need wish require would
    possible can able could allowed may
    impossible unable cannot
    long duration last takes
    many much
    show display list view see check look
    type kind sort
    """
}
