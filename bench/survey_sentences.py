"""What the made-up respondents write: sentences with slots, written for the benchmark."""

WORDS = {
    "thing": (
        "checkout", "delivery slot picker", "search box", "basket", "order history", "receipt page", "voucher field",
        "login screen", "password reset", "filter menu", "map", "newsletter form", "stock notice", "size guide",
        "chat window", "returns form", "payment page", "store finder", "product photo", "review section",
    ),
    "quality": (
        "slow", "confusing", "clear", "handy", "fiddly", "quick", "cluttered", "easy to miss", "hard to read",
        "reliable", "out of date", "pleasant", "too small", "well laid out", "inconsistent", "surprisingly good",
    ),
    "device": (
        "old tablet", "work laptop", "phone", "desktop computer", "mother's computer", "television", "new phone",
        "library computer",
    ),
    "when": (
        "on Sunday evening", "last week", "during lunch", "before the holidays", "twice this month", "in the evening",
        "on the train", "at the weekend", "right after the update", "late at night",
    ),
    "count": ("two", "three", "four", "five", "six", "seven", "ten", "a dozen"),
    "goods": (
        "socks", "a kettle", "cat food", "garden chairs", "a birthday cake", "printer paper", "two lamps",
        "running shoes", "oat milk", "a suitcase", "bed linen", "paint", "a toaster", "school shirts", "light bulbs",
    ),
}  # fmt: skip

OPINIONS = (
    "The {thing} was {quality} on my {device}.",
    "I ordered {goods} {when} and the {thing} stopped after {count} minutes.",
    "Please make the {thing} less {quality}.",
    "I had to try {count} times before the {thing} accepted my order of {goods}.",
    "Compared with other shops the {thing} is {quality}, and the {thing} is {quality} too.",
    "Nothing to add, the {thing} did what it should {when}.",
    "It would help if the {thing} remembered that I bought {goods} {when}.",
    "The {thing} kept sending me back to the {thing}, which was annoying {when}.",
    "Delivery of {goods} came {count} days late but the {thing} said otherwise.",
    "Overall {quality}, I would use it again for {goods}.",
    "On my {device} the text of the {thing} is {quality}.",
    "I could not find {goods} without the {thing}.",
    "Why does the {thing} ask for the same details {count} times?",
    "Fewer emails please, I got {count} about {goods} {when}.",
)

PERSONAL = (
    "I spoke to {name} on the helpline {when} and got nowhere.",
    "My colleague {first} had the same trouble with the {thing}.",
    "You can reach me at {email} if you want to know more.",
    "Call me back on {phone} about the {goods}.",
    "{name} in your shop was very kind.",
    "Best wishes, {name}",
    "This is {first} {last}, my number is {phone}.",
    "Mrs {last} next door takes in my parcels.",
    "My sister {name} ({email}) ordered {goods} too.",
    "Thanks to {first} who fixed the {thing} for me.",
    "Send the refund notice to {email}, not to the old address.",
    "Ask {first}, {phone}, she saw it as well.",
)
