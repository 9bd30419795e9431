/**
 * The checked verb list (methods §1.4): a verb that does not stand here is unknown, and its sentence is left alone.
 * Words that are nouns more often than verbs in documentation (plan, limit, report, name, state) are left out on purpose.
 */
export const regularVerbs: readonly string[] =
  `ravage erect widen stretch botch drift adhere flow remake-no abandon abolish absorb accept accompany account accuse adapt address administer admire admit advance advise affect agree aid allege allocate alter amend analyze appeal approach argue arm arrest ask assert assist assume attack attempt attract avoid await back-no base battle beat-no beg bury calculate call campaign cease challenge characterize circulate cite claim climb coin collaborate collapse command commence commit compare compete complain condemn confer confine confirm congratulate consist-no consolidate constitute consult consume contact contract contribute cook coordinate copy-no correct cover crash criticize cross cultivate cure cut-no damage debate debut decline decorate decrease defer degrade demand demonstrate deny depart depend depict deposit deprecate desire despise detect diagnose differ dig-no diminish disappear disclose dismiss dispatch display-no disrupt distinguish distribute document dominate donate double download drain drop dub edit embark embrace emerge emigrate emphasize encounter encourage endorse engage enjoy enlist enrich entitle envision equip escape estimate evacuate evaluate examine exceed except-no excavate exchange exclude execute-no exist expect experience exploit facilitate favor-no feature fire flee-no float flood focus force foster fund gain gather graduate handle-no harvest heal help hesitate highlight honor hope hunt illustrate imagine immigrate impose imprison inaugurate incite indicate influence inform inhabit injure insist inspect inspire instruct insure intend interpret intervene interview investigate invest involve isolate labor-no lack lament lay-no learn lecture license-no limit-no link look love lower mark-no mean-no mention mine mobilize motivate mount mutate need negotiate note number observe obtain occupy-no offend omit ordain-no outlaw overcome-no oversee-no participate permit-no persuade photograph plead pledge-no point portray practice praise preach precede predict prefer press progress prompt promise pursue question quote-no rank react realize rebel recall recommend reconstruct recruit refer reflect reform refuse-no regain regard regulate rehabilitate reinforce reissue relate relaunch relocate rely remark remind render repair repeat replicate report reproduce request research resemble reside resist respond restrict resume retreat return-no revert revise revive revolt reward rival rob ruin rush sanction satisfy scatter scold seek-no seem sense sentence shape shift shoot-no shout show-no sketch slow smash smuggle solidify spark specialize specify spread-no stabilize state station stimulate strengthen stress stretch struggle study-no subject sue suggest summarize summon supervise support-no surpass surrender surround survey survive suspect sustain swap-no symbolize tackle tend threaten tie-no top total tour-no trace trade train transform transmit travel treat triple try-no turn undergo-no undertake-no unlock urge value-no vary view violate volunteer wander want warrant weaken weigh welcome widen wish witness worship
  accept achieve acquire add adopt allow announce annex answer appear apply appoint approve arrange arrive
  assassinate assemble assign attach attend authorize award ban bake bear-no begin-no belong board bomb borrow
  broadcast-no cancel capture carry cause celebrate certify chart check choose-no claim classify clean close collect
  colonize combine commission compile complete compose compress compute conclude conduct confirm connect conquer consider
  consist construct contain continue control convert convict create crown declare decide declassify dedicate defeat
  defend define delete deliver demolish deploy derive describe design destroy determine develop devise die direct
  disable disband discontinue discover display dissolve divide earn educate elect elevate employ enable encode encrypt
  end enforce enlarge enroll ensure enter erase erect establish evolve execute exhibit exile expand expel expire explain
  explore export expose extend fail finish follow form found generate govern grant handle happen head headquarter
  hire host identify ignore implement import improve include incorporate increase inherit initialize install integrate
  introduce invade invent invite issue join kill land last launch lease lie-no list load locate lock log maintain manage
  manufacture marry measure merge migrate modify move murder nominate notify occupy occur offer open operate oppose
  orbit order ordain organize originate own paint parse pass patent pause pay-no perform permit pioneer place plant play
  pledge possess post premiere prepare present preserve prevent print privatize process proclaim produce prohibit
  promote propose protect prove provide publish purchase raise ratify reach receive recognize record recover reduce
  refuse register reign reject release remain remove rename renew reopen repeal replace represent require rescue reserve
  reset-no resign resolve restore retain retire return reuse reveal review revoke rotate rule sack sail sample save
  schedule score select separate serialize serve settle share ship sign skip solve span-no sponsor stage start stay
  stop store submit succeed suffer supply support suspend switch target terminate test transfer translate transport
  trigger unify unite unveil update upgrade use validate verify visit vote warn wait win-no work wrap
  associate change live face enact push judge result acknowledge theorize house relegate attain raid partner express halt
  formulate institute subscribe guarantee air harm espouse designate occur refer prefer equip transmit emit omit compel
  promulgate decree devote enshrine reintroduce coin`
    .split(/\s+/)
    .filter((verb) => verb !== '' && !verb.endsWith('-no'))

/** Nouns more often than verbs in their base form, but plain verbs in the past. */
export const pastOnlyVerbs: readonly string[] =
  `name plan report state document fund force rank chair shape date`.split(' ')

/** lemma past participle. */
export const irregularVerbs: readonly (readonly [lemma: string, past: string, participle: string])[] =
  `become became become|begin began begun|blow blew blown|break broke broken|bring brought brought|build built built|
  burn burned burned|buy bought bought|catch caught caught|choose chose chosen|come came come|remake remade remade|deal dealt dealt|
  draw drew drawn|drive drove driven|fall fell fallen|fight fought fought|find found found|fly flew flown|
  forbid forbade forbidden|get got got|give gave given|go went gone|grow grew grown|hold held held|keep kept kept|
  know knew known|lead led led|leave left left|lend lent lent|lose lost lost|make made made|meet met met|
  overthrow overthrew overthrown|overtake overtook overtaken|pay paid paid|rebuild rebuilt rebuilt|rise rose risen|
  run ran run|say said said|sell sold sold|send sent sent|set set set|sing sang sung|sink sank sunk|speak spoke spoken|
  spend spent spent|split split split|stand stood stood|steal stole stolen|strike struck struck|take took taken|
  teach taught taught|tell told told|think thought thought|win won won|withdraw withdrew withdrawn|write wrote written|
  shut shut shut|cut cut cut|hit hit hit|put put put|read read read|bear bore born|override overrode overridden|seek sought sought|shoot shot shot|show showed shown|spread spread spread|undergo underwent undergone|undertake undertook undertaken|overcome overcame overcome|oversee oversaw overseen|see saw seen|feel felt felt|lay laid laid|lie lay lain|flee fled fled|beat beat beaten|mean meant meant|hear heard heard|understand understood understood|swear swore sworn|eat ate eaten|wear wore worn|throw threw thrown|bind bound bound|hang hung hung|ride rode ridden|arise arose arisen|forget forgot forgotten|hide hid hidden|sit sat sat|shake shook shaken|sleep slept slept|sweep swept swept|swim swam swum|tear tore torn|wake woke woken|cast cast cast|cost cost cost|feed fed fed|light lit lit|broadcast broadcast broadcast`
    .split('|')
    .map((line) => {
      const [lemma = '', past = '', participle = ''] = line.trim().split(' ')
      return [lemma, past, participle] as const
    })

/** Verbs whose subject is a person or a group of persons: "Who …?" is then right. */
export const humanVerbs: ReadonlySet<string> = new Set(
  `write paint compose marry invent discover assassinate proclaim say think teach sing direct devise pioneer order coin found nominate appoint persuade chart`.split(
    ' ',
  ),
)
