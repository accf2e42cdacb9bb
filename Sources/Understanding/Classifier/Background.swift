import Vocabulary

/// Everyday lines that are no matter of any playbook: what the classifier learns as "none of them".
enum Background {
  static func lines(in language: Language) -> [String] { language.base == .german ? german : lines }

  static let lines: [String] = """
    what a lovely morning it is outside
    my dog does not like the rain
    tell me a joke
    who won the football match last night
    how tall is that mountain
    what is the capital of norway
    i am very tired today
    do you like music
    can you sing a song
    the train was late again
    what should i cook for dinner
    i watched a good film yesterday
    is it going to snow
    what is the weather like
    my children are at school
    i think the food was too salty
    where can i buy new shoes
    write me a poem about the sea
    what is the meaning of life
    my neighbour is playing the drums
    i have a headache
    do you know a good restaurant around here
    how do you spell necessary
    what day is it
    what time is it now
    i love you
    will you marry me
    you are funny
    how old are you
    where do you live
    what is your favourite colour
    do you dream
    i was born in a small town
    let me think about it
    give me a second
    one moment i am looking
    wait a minute
    i will be right back
    that sounds interesting
    i see
    this is hard to explain
    it is complicated
    i do not know what to say
    it happened again
    it was like that before as well
    my friend told me about it
    we went there with the family
    the shop was closed
    the colour of the wall is green
    she reads a book in the garden
    translate this into french
    how many legs does a spider have
    recommend me a hotel in rome
    book a flight to paris
    order a pizza with cheese
    set an alarm for six
    turn off the lights
    play some jazz
    what is two plus two
    who is the president
    how far away is the moon
    i need new tyres for my car
    my laptop is broken
    the washing machine makes a noise
    the parcel did not arrive
    my flight was cancelled
    what is the best way to learn spanish
    how do i get to the station
    is the museum open on sunday
    my tooth hurts
    how do i lose weight
    i forgot my umbrella
    the soup is cold
    what did you do yesterday
    tell me something about yourself
    i am just looking around
    testing one two three
    asdf qwer zxcv
    blah blah blah
    lorem ipsum
    hmm interesting
    why is the sky blue
    can fish sleep
    what is for lunch
    """.split(separator: "\n").map(String.init)
}
