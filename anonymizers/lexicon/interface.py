"""Words of interfaces and of research that general word counts know too little of; the same in every language.

Compiled by hand for this project.
"""

from anonymizers.wordlists import word_set

INTERFACE = word_set(
    """
    accordion accordions admin affordance affordances analytics android api app apps autocomplete autofill avatar
    avatars backend backlog badge banner banners biometric biometrics blog bookmark bookmarks breadcrumb breadcrumbs
    browse browser browsers browsing bug bugs burger cancel captcha captchas carousel carousels chatbot chatbots chat
    checkbox checkboxes checkout checkouts chrome click clickable clicked clicking clicks clipboard clunky cms
    contactless cookie cookies copy crm css cta cursor customise customize dashboard dashboards datepicker deselect
    desktop desktops dev devs dialog dialogue dropdown dropdowns ecommerce email emailed emailing emails emoji emojis
    ergonomic faq faqs favicon feed figma filter filters firefox font fonts footer footers form forms frontend
    gamification geolocation gif glitch glitches glitchy gmail google gps greyed grey gui hamburger hashtag header
    headers heuristic heuristics homepage homescreen hover hovered hovering html http https hyperlink icon icons
    iframe imessage inbox inboxes inline input inputs interface interfaces internet interviewer interviewee intuitive
    intuitively ios ipad iphone iphones iteration iterations javascript jpeg json keyboard keyboards keypad kiosk lag
    laggy laptop laptops latency layout layouts linkedin localisation lockscreen login logins logout logo logos
    mailbox menu menus meta microcopy microsite microsoft mobile mockup mockups modal modals moderator mouse
    multitasking navbar navigate navigated navigates navigating navigation netflix newsletter newsletters notification
    notifications nps onboard onboarded onboarding online offline opt outlook overlay overlays paginate pagination
    panel panels passcode passcodes password passwords paypal paywall pdf pdfs persona personas photo photos phishing
    pin pinch pixel pixels placeholder placeholders playlist plugin podcast podcasts popup popups preview previews
    prototype prototypes prototyping questionnaire questionnaires queue qr radio rebrand redesign redesigned redesigns
    redirect redirects refresh refreshed refreshing reload reloaded reloads reset resets responsive rollout roadmap
    router safari scan scanned scanner scanning screen screens screenshot screenshots screenshare screensharing scroll
    scrollbar scrolled scrolling scrolls sdk seo settings shortcut shortcuts sidebar sidebars signin signout signup
    signups sitemap skeuomorphic slider sliders smartphone smartphones sms snackbar spam spinner spreadsheet
    spreadsheets startup stylus submenu submenus survey surveys swipe swiped swipes swiping sync synced syncing tab
    tabs tablet tablets tap tapped tapping taps template templates thumbnail thumbnails timeline timeout timestamp
    toggle toggled toggles toggling toolbar toolbars tooltip tooltips touchpad touchscreen touchscreens transcript
    transcripts tutorial tutorials twitter ui unclear uninstall uninstalled unsubscribe unsubscribed unticked upload
    uploaded uploading uploads url urls usability usable user username usernames users usb ux viewport voicemail
    wallpaper web webcam webcams webinar webpage webpages website websites whatsapp whitespace widget widgets wifi
    wireframe wireframes wishlist wizard workaround workarounds workflow workflows workshop xml youtube zip zoom
    zoomed zooming voucher vouchers incentive recruit recruiter debrief screener overdraft overdrafts payee payees
    chargeback cashback direct debit debits banking fintech isa isas apr mortgage mortgages remortgage groceries
    grocery substitution substitutions basket baskets heatpump radiator radiators boiler thermostat insulation caldera
    calefacción simulador iban bic otp tan sepa vat mwst tva nie hmm mhm mm mmm uh uhm um er erm eh ehm ähm äh euh hm
    huh yeah yep yup nope nah ok okay oke oops ooh oh ah aha ugh wow phew gosh blah yay gonna wanna gotta kinda sorta
    dunno cuz cos covid bbc nhs uk usa eu tv dvd pc mac ai id gb mb kb kwh km cm kg mot
    dvla hmrc paye gdpr kyc mfa atm aer esg cv faq rsvp diy eta gdp hd ev evs led usp csv gov
    """
)
