/**
 * Contains offensive words: this is what they are found by. Words by what they do in a sentence, in their base form;
 * a run of words joined by `_` is one entry. A word of several classes stands in the first.
 */
export const wordClasses = {
  /** Named groups by a slur: they insult by themselves. Only the commonest. */
  slur: `bitch whore slut skank cunt hoe thot tranny trannie shemale ladyboy fag faggot dyke sodomite lezzie poof
    nigger nigga negro coon darkie jigaboo wetback beaner spic gook chink zipperhead paki towelhead raghead
    sandnigger camel_jockey kike yid heeb jewboy gyppo gypo pikey retard retarded spaz spastic mongoloid cripple crip 
    midget muzzie mudslime kaffir goatfucker redskin injun squaw feminazi femoid honky`,
  /** What is not human, or less. */
  vermin: `vermin rat cockroach roach parasite leech louse maggot insect pest plague disease cancer virus infection infestation infest scum filth trash garbage rubbish dirt dung waste pig swine dog ape monkey animal beast savage subhuman sub-human untermensch barbarian snake worm slime dreg scourge blight pestilence locust tumour tumor germ bacterium sewage sewer creature abomination freak mutant degenerate monster demon devil hyena vulture bloodsucker mongrel cur subspecies lower_species lower_race inferior_race inferior_species
    less_than_human stain lower_class_of chimp chimpanzee gorilla baboon pox tick flea lice toad donkey mule lizard hog sow mutt jackal zombie caveman cavemen neanderthal goblin ogre orc excrement faeces feces manure turd poop vomit sludge muck spawn hellspawn swarm horde mob invasion plagues filthbags rodent critter beasts swines cattle mongrels second-class second_class_citizens third-class wolves abortion`,
  /** What a person is called to hurt or to blame. */
  insult: `idiot moron imbecile fool dumbass asshole arsehole arse_hole bastard dick dickhead prick twat wanker tosser jerk loser scumbag shithead shitbag fuckface fucktard fucker motherfucker cocksucker douche douchebag bellend pussy coward cow liar cheat cheater crook thief robber criminal murderer killer rapist terrorist paedophile pedophile pedo groomer pervert perv predator traitor psycho lunatic maniac weirdo creep clown dunce dimwit halfwit nitwit ignoramus simpleton bigot hypocrite slob sloth scrounger freeloader sponger beggar tramp scammer thug hooligan invader jihadist extremist fanatic fraud burden menace threat danger disgrace embarrassment failure mistake nuisance joke waste_of_space waste_of_air waste_of_oxygen waste_of_skin piece_of_shit piece_of_crap piece_of_trash sack_of_shit bag_of_shit crybaby brat hag witch airhead bimbo gold_digger drama_queen troll evil_doer sinner savage_brute brute oaf buffoon lowlife low_life deadbeat layabout good_for_nothing bottom_feeder sex_offender abuser molester
    cretin dolt dullard numbskull numskull bonehead blockhead dope goon punk dork freakshow wimp sissy weakling whiner moocher leecher cheapskate swindler con_artist conman gangster mugger burglar looter rioter supremacist warmonger heretic infidel blasphemer jihadi suicide_bomber bomber zealot spy spies snitch backstabber homewrecker harlot hussy hooker prostitute tart floozy nag shrew trollop twit git plonker pillock knob knobhead minger chav peasant redneck hillbilly white_trash imposter impostor pretender attention_seeker attention_whore snowflake drain drains misfit outcast reject vegetable monstrosity laughing_stock disappointment liability useless_eater mistake_of_nature sicko scumbags sinners deviants monster savage`,
  /** What speaks ill of whoever has it. */
  bad: `stupid dumb idiotic moronic dim thick brainless mindless clueless ignorant uneducated illiterate unintelligent backward backwards primitive uncivilised uncivilized barbaric lazy idle useless worthless pathetic incompetent incapable unfit weak feeble inferior lesser subpar substandard disgusting repulsive revolting repugnant gross nasty vile foul filthy dirty unclean smelly stinking stinky rotten putrid ugly hideous fat obese sick sickening nauseating twisted perverted perverse depraved deviant immoral sinful unnatural abnormal unholy evil wicked cruel malicious vicious violent aggressive dangerous hostile toxic poisonous corrupt crooked dishonest untrustworthy deceitful sneaky sly cunning greedy selfish stingy arrogant rude obnoxious annoying irritating unbearable insufferable intolerable hysterical crazy insane mad deranged demented mental unhinged delusional mentally_ill defective deficient broken damaged diseased contaminated infected contagious cursed despicable deplorable detestable abhorrent loathsome hateful contemptible shameful disgraceful horrible horrid horrendous awful terrible dreadful atrocious appalling abysmal lousy crappy shitty crap shit bad worse worst wrong_in_the_head good_for_nothing undeserving unworthy unwanted unwelcome disposable expendable promiscuous slutty trashy shady treacherous traitorous disloyal cowardly lying thieving cheating stealing murderous murdering criminal_by_nature bloodthirsty sadistic heartless soulless godless heathen inhuman inhumane subnormal creepy weird hypocritical clumsy whiny whining entitled spoiled spoilt fake phony vulgar monstrous beastly brutish feral wild rabid abominable laughable ridiculous worthless_to_us pointless hopeless helpless miserable sorry_excuse stink reek smell steal lie cheat scam destroy ruin spoil poison corrupt contaminate pollute infest invade overrun leech_off sponge_off spread_disease breed_like
    senseless mediocre simple-minded feeble-minded slow-witted dull gullible naive immature childish irrational illogical unstable bitchy bossy bitter jealous vain shallow superficial manipulative conniving scheming devious two-faced untruthful unreliable irresponsible negligent careless ungrateful disrespectful impolite obscene lewd lustful horny sleazy slimy grubby grimy messy unhygienic flea-ridden lice-ridden disease-ridden inbred sickly warped sinister satanic demonic diabolical ungodly heretical oppressive fanatical lawless ruthless brutal merciless malevolent spiteful venomous obsolete redundant superfluous unnecessary meaningless talentless unskilled uncultured classless tasteless ill-mannered second-rate third-rate low-class unattractive deformed disfigured misshapen grotesque freakish freaky unsightly nuts bonkers batshit loony psychotic schizo paranoid neurotic confused attention-seeking loud noisy stuck-up smug snobbish lame sucky suck sux unlovable unloved repellent odious heinous hellish wretched sordid squalid lecherous predatory sex-crazed medieval stone-age incompatible parasitic cancerous festering rape molest groom freeload breed outbreed multiply_like take_over takes_over taking_over replace_us flood_our swarm_our control_the infiltrate undermine terrorise terrorize brainwash pervert murderously degenerate not_normal not_natural spread_viruses spread_diseases eat_dogs too_stupid too_dumb half-witted pea-brained retarded-looking perversion sickness illness mental_illness mistake sin crime_against abnormality aberration deviance depravity stench corruption`,
  /** Strong dislike, by its verb or its words. */
  dislike: `hate despise loathe detest abhor dislike resent scorn cannot_stand  cannot_bear 
    cannot_tolerate  cannot_abide  cannot_stomach sick_of tired_of fed_up_with sick_and_tired_of
    had_enough_of have_enough_of disgust disgusted_by disgusted_with repulse repel revolt sicken nauseate make_me_sick
    makes_me_sick makes_my_skin_crawl make_my_skin_crawl make_me_puke makes_me_puke make_me_vomit want_to_vomit want_to_puke
    makes_me_want_to_vomit not_a_fan_of look_down_on spit_on hatred_for contempt_for puke vomit gag_at cringe_at avoid
    disgust_me creep_me_out freak_me_out no_respect_for no_sympathy_for no_time_for no_patience_for sick_to_my_stomach rage
    h8 cannot_deal_with cannot_take no_love_for not_like not_likes shudder recoil allergic_to sick_to_death_of weary_of resentful turn_my_stomach turns_my_stomach make_my_blood_boil makes_my_blood_boil gross_me_out grosses_me_out freaks_me_out creeps_me_out disgusts_me spit_at spit_in puke_at laugh_at no_tolerance_for rather_die_than rather_be_dead_than repelled_by revolted_by repulsed_by disgust_for disdain contempt aversion_to not_want_any not_want_to_see`,
  /** What hurts a body. */
  harm: `kill murder shoot stab hang lynch burn torch gas drown behead beheaded strangle choke slaughter butcher massacre
    exterminate annihilate eradicate eliminate execute torture beat punch slap kick hit smash crush bash bludgeon whip flog
    hurt harm attack assault rape castrate sterilise sterilize poison_them bomb nuke destroy_them wipe_out wipe_off
    take_out put_down gun_down run_over mow_down cut_up cut_down slit break_your break_their skin_alive finish_off
    end_you end_them snuff bury crucify hunt hunt_down string_up beat_up smack maim shot_dead put_a_bullet
    put_bullets teach_a_lesson come_for come_after coming_for coming_after make_you_pay make_them_pay purge cull cleanse
    neuter knock_out throttle set_fire set_on_fire set_alight
    gut thrash batter pummel pulverise pulverize lash starve dismember mutilate decapitate impale electrocute injure wound maul euthanise euthanize abort liquidate erase obliterate extinguish beating thrashing whipping slapping stomp trample kneecap knife run_down blow_up tear_apart rip_apart gassing shooting put_to_death put_to_sleep put_them_down shoved_off beaten_up sink_it skin`,
  /** What is wished on someone. */
  perish: `die rot suffer perish burn_in_hell go_to_hell rot_in_hell drop_dead disappear vanish bleed choke_on cease_to_exist
    not_exist never_existed never_been_born not_have_been_born be_dead were_dead be_gone go_extinct watch_your_back
    regret_it be_sorry get_cancer pay_for_it be_aborted dead
    kill_yourself kill_yourselves kill_themselves kys hang_yourself hang_themselves wither croak decay extinct get_shot get_hit get_raped get_killed suffocate jump_off fall_off_a never_be_born never_were_born burned_alive be_shot be_killed neck_yourself`,
  /** Putting or keeping someone out. */
  expel: `deport expel ban banish exile remove segregate isolate quarantine evict exclude imprison jail lock_up lock_away lock_in
    cage enslave get_rid_of rid_of send_back sent_back go_back go_home get_out kick_out throw_out drive_out keep_out
    ship_back ship_off round_up stay_away stay_out keep_away get_lost clean_out clear_out put_away rid_us_of shut_out
    outlaw cast_out force_out stop_coming leave_our leave_the_country leave_this_country back_where_they belong_in_a_zoo
    belong_in_prison belong_in_jail belong_in_cages belong_in_the_kitchen belong_in_an_asylum belong_behind_bars
    know_their_place know_her_place learn_their_place camps gas_chamber
    crawl_back gone_back restrict forbid prohibit boycott shun ostracise ostracize institutionalise institutionalize incarcerate chain muzzle silence out_of_our out_of_here not_belong close_the_border build_a_wall throw_in_jail put_on_a_boat kept_apart kept_away thrown_out driven_out shipped_off taken_away lock_them_up kick_them_out wall_off send_home sent_home ship_home keep_them_out crawled_back fuck_off piss_off bugger_off`,
  /** Good, or a good thing to do or to have: said of someone, or denied. */
  good: `good great nice kind lovely wonderful amazing awesome beautiful brilliant smart clever intelligent talented gifted
    strong brave honest decent honourable honorable respectable noble friendly helpful caring generous hardworking hard-working
    capable competent able valuable precious equal worthy human normal natural fine okay ok proud welcome welcomed trustworthy
    reliable responsible useful productive successful fantastic excellent impressive inspiring resilient gorgeous delightful
    charming funny creative loyal moral civilised civilized civilised_people peaceful safe innocent better best right_for
    love adore admire respect appreciate support celebrate cherish embrace accept enjoy trust value protect defend help
    thank treasure honour honor hire include marry date befriend
    deserve contribute belong matter enrich achieve succeed improve benefit fit_in integrate learn work_hard work think count
    contribution achievement worth dignity respect rights right freedom equality friend hero treasure blessing gift asset role_model
    pride honour joy inspiration human_being brother sister allow allowed let vote teach adopt lead be_trusted trusted loved valued
    respected accepted supported appreciated happy glad fond grateful pleasure privilege fun allies ally wellbeing place education
    skilled educated qualified polite gentle fabulous incredible superb lucky blessed courageous warm wise thoughtful heroic valid sweet cool cute loving genuine leader visit invite empower praise thrive flourish represent rock rocks slay slays shine hope harmony kindness diversity diverse inclusive neighbourly welcoming well-educated hug cheer donate volunteer study graduate win won scholar champion`,
  /** Swearing that need not be at anyone. */
  swear: `fuck fucking fuckin fucked fck fking effing shit shite bullshit crap damn damned goddamn bloody hell ass arse piss
    pissed bugger bollocks cock wtf stfu motherfucking freaking frigging dammit shitting fuckery arsed sod`,
  /** Says that something was said, thought or written. */
  report: `say said says saying tell told call called calling claim claimed shout shouted shouting yell yelled scream chant chanting
    write wrote written writing post posted tweet tweeted comment commented spray sprayed graffiti scrawl insist argue suggest imply
    think believe assume statement sentence phrase idea notion belief claim_that opinion_that view stereotype myth slogan word
    message quote narrative expression joke_about joking rhetoric insinuate label describe hear heard overhear accuse repeat treat_like
    sign poster headline lyrics remark slur meme headline mean
    spat_at_by telling_us compare comparing comparison trope conspiracy conspiracy_theory theory cliche caricature lie_that myth_that refer referred treat treating portray depict blame blamed lyric propaganda banner mock mocked jeer`,
  /** Judges what was said or done. */
  condemn: `unacceptable racist sexist bigoted homophobic transphobic xenophobic islamophobic antisemitic ableist misogynistic
    misogynist discriminatory prejudiced offensive false untrue incorrect nonsense unjust unfair inexcusable unforgivable outrageous
    wrong problem problematic intolerable_view ashamed condemn denounce reject oppose combat fight counter stand_up_against stand_against
    speak_out_against speak_against call_out report_it reported banned_for must_stop must_end has_to_stop have_to_stop has_to_end needs_to_stop
    needs_to_end should_stop should_end end_the stop_the no_place no_room not_ok not_okay never_ok never_okay not_acceptable
    not_cool not_funny not_true not_right not_fair is_a_lie are_lies hate_speech crime illegal punishable punish prosecute arrest
    hurtful harmful insulting tolerate condone excuse justify justified apologise apologize complain regret shocking saddening
    heartbreaking sad tragic scandal injustice awareness educate educated_about ignorance disagree challenge refute debunk outdated
    harassment grow_up shut_up be_better do_better
    disgusted_by_people rightly banned apology wrongly disgraceful_that uncalled evil_thing not_be_tolerated not_tolerate zero_tolerance no_excuse no_justification go_to_prison goes_to_prison went_to_prison sentenced convicted stepped_in intervene intervened prosecuted protest protested never_forget remember mourn commemorate`,
  /** Names the wrong that is done to people. */
  wrongdoing: `violence hatred racism sexism misogyny homophobia transphobia xenophobia islamophobia antisemitism anti-semitism
    ableism discrimination prejudice bigotry persecution oppression stereotyping mistreatment exclusion intimidation bullying
    harassing abuse hate_crime hate_crimes genocide hostility intolerance inequality slavery holocaust marginalisation
    victim survivor target_of targeted bullied harassed persecuted oppressed discriminated marginalised marginalized abused
    killed murdered attacked beaten assaulted raped threatened hurt_by harmed lynched insulted mistreated enslaved mocked`,
  /** Not protected: who may be talked about as who they are by trade, party or taste. */
  trade: `politician banker landlord journalist reporter lawyer agent teacher doctor nurse driver cyclist manager boss ceo
    capitalist communist socialist liberal conservative democrat republican leftist nazi fascist racist_people tory fan supporter
    gamer hipster vegan hunter artist actor influencer celebrity cop police policeman officer soldier plumber programmer
    developer engineer consultant accountant salesman seller telemarketer student neighbour neighbor roommate colleague
    coworker co-worker customer client tourist smoker drinker drug_dealer dealer scammers spammer bully racist sexist bigots
    homophobe transphobe misogynists player team singer band writer chef waiter cashier clerk scientist professor economist
    president minister mayor senator company corporation government`,
  /** Persons of no said group. */
  people: `homo_sapiens person people folks folk everyone everybody anyone anybody someone somebody human humans humanity society others`,
  someone: `he she him her his hers himself herself guy guys man dude bloke chap lady kid kids child children boy boys`,
  you: `you your yours yourself yourselves ya u ur y'all thou`,
  me: `i me my mine myself we us our ours ourselves im ive`,
  them: `they them their theirs themselves em these_people those_people that_lot this_lot their_kind all_of_them the_lot_of_them`,
  be: `is are was were be been being am s re m`,
  nobody: `nobody no_one noone no_person`,
  not: `not no never none neither nor hardly dont doesnt didnt isnt arent wasnt werent wont wouldnt cant cannot
    couldnt shouldnt aint nothing nowhere`,
  stop: `stop stopped stopping refuse fail without`,
  should: `should must ought need needs shall have_to has_to had_better better_be deserves_to deserve_to supposed_to time_to`,
  will: `will ll gonna going_to about_to ready_to plan_to planning_to let let's lets`,
  wish: `hope wish want wants wanna would d cannot_wait_to`,
  whoever: `if_you people_who anyone_who those_who whoever everyone_who someone_who somebody_who person_who when_people if_someone
    if_anyone if_people if_somebody nobody_should no_one_should we_should_not do_not_say never_say stop_saying stop_calling why_do_people how_dare
    how_can_anyone how_could_anyone what_kind_of who_would the_fact_that it_is_wrong it_is_not_ok it_is_never_ok it_is_unacceptable
    one_should_never you_should_not you_cannot_say`,
  and: `and or but because so although though while yet`,
} as const

/** Of the words above those that swear although they stand in another class. */
export const alsoSwearing: ReadonlySet<string> = new Set(['shit', 'shitty', 'crap', 'crappy'])

/** Of the words above those that insult any one person they are said of, not a group alone. */
export const insultsAnyone = `idiot moron imbecile dumbass asshole arsehole bastard dick dickhead prick twat wanker tosser loser scumbag
  shithead fuckface motherfucker cocksucker douche douchebag bellend pussy coward liar pervert creep dimwit halfwit nitwit lowlife
  piece_of_shit piece_of_crap piece_of_trash waste_of_space waste_of_air waste_of_oxygen cretin numbskull knobhead pillock git
  buffoon oaf slob hag bimbo scum vermin filth trash garbage parasite cockroach maggot pig swine rat leech subhuman slime fucker
  bitch whore slut cunt skank faggot fag retard tranny dyke cow twit plonker
  stupid dumb idiotic moronic brainless worthless pathetic disgusting repulsive vile ugly useless filthy hideous revolting retarded
  despicable contemptible incompetent disgrace`

export type WordClass = keyof typeof wordClasses
