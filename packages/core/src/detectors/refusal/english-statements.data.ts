/**
 * How a speaker of English declines, statement by statement. Every gap is bounded, so that a statement of any form is read
 * in linear time. Texts come lower-cased, with straight apostrophes and without emphasis.
 */
const join = (...parts: readonly string[]): string => parts.join('|')
const pattern = (source: string): RegExp => new RegExp(source, 'u')

/** The one who answers. */
const speaker = String.raw`\b(?:i|we|this (?:assistant|model|ai|bot|chatbot|service|system))`
const adverbs = String.raw`(?:[ ,]+(?:really|truly|simply|just|also|still|currently|unfortunately|sadly|personally|respectfully|absolutely|definitely|certainly|therefore|thus|politely|kindly|probably|never|ever|actually|legally|ethically|honestly|genuinely|even|only|however|in good conscience|as an ai(?: language model)?|under (?:any|no) circumstances|at this time|right now),?){0,3}`

/** That it will not or may not or cannot, up to the act. */
const negation = join(
  String.raw`${adverbs} (?:can ?not|can't|could not|couldn't|won't|will not|shall not|wouldn't|would not|shouldn't|should not|must not|mustn't|may not|dare not|daren't)`,
  String.raw`'ll (?:not|never)`,
  String.raw`(?:'m|'re| am| are| is|'d be| would be| will be|'ve been)?${adverbs} (?:not|never|n't)${adverbs} (?:able|going|willing|allowed|permitted|comfortable|in a position|authori[sz]ed|programmed|designed|equipped|supposed|at liberty|capable of|here|prepared|inclined|qualified|meant|about)(?: to)?`,
  String.raw` (?:is|are)n't (?:able|allowed|permitted|designed|authori[sz]ed) to`,
  String.raw`(?:'m| am|'d be| would be| feel)${adverbs} (?:unable|unwilling|forbidden|prohibited|reluctant|hesitant|uncomfortable|compelled|obliged|forced)(?: to)?`,
  String.raw`(?: won't be| will not be| wouldn't be| would not be| can't be| cannot be)(?: able to| comfortable)?`,
  String.raw`${adverbs} (?:do not|don't|does not|doesn't|didn't|did not)${adverbs} (?:want|wish|intend|plan|care|feel (?:comfortable|right|at ease)|have (?:the )?(?:ability|capability|capacity|authority|means|permission)|think (?:i|it|that)[^.;]{0,30}(?:should|can|could|would|to)\b|believe i (?:should|can)|actually)(?: to)?`,
  String.raw`(?: would|'d) (?:rather|prefer|sooner) not(?: to)?|${adverbs} (?:prefer|choose|opt|have chosen|have decided) not to`,
  String.raw`'m${adverbs} programmed not to| am${adverbs} programmed not to`,
)

/** The first person further on: "I am a program and cannot …". */
const again = String.raw`\bi(?:'m|'d|'ll|'ve)?\b[^.;]{3,90}\b(?:and|so)`

/** What answering a request is made of. */
const act = String.raw`\b(?:help(?:in[g']?)?|assist(?:ing|ance)?|aid|provid(?:e|ing)|fulfill?(?:ing)?|comply(?:ing)?|generat(?:e|ing)|creat(?:e|ing)|writ(?:e|ing)|produc(?:e|ing)|compos(?:e|ing)|draft(?:ing)?|answer(?:ing)?|respond(?:ing)?|repl(?:y|ying)|discuss(?:ing)?|engag(?:e|ing)|participat(?:e|ing)|offer(?:ing)?|shar(?:e|ing)|giv(?:e|ing)|explain(?:ing)?|describ(?:e|ing)|teach(?:ing)?|tell(?:ing)?|show(?:ing)?|guid(?:e|ing)|instruct(?:ing)?|facilitat(?:e|ing)|complet(?:e|ing)|continu(?:e|ing)|proce(?:ss|ed)|satisfy|honou?r|accommodat(?:e|ing)|entertain|develop|design|translat(?:e|ing)|role-?play(?:ing)?|impersonat(?:e|ing)|pretend(?:ing)?|contribut(?:e|ing)|reveal(?:ing)?|disclos(?:e|ing)|speculat(?:e|ing)|outlin(?:e|ing)|list(?:ing)?|extend|rewrit(?:e|ing)|argu(?:e|ing) (?:for|that)|say|state|supply|depict(?:ing)?|walk(?:ing)? you|talk(?:ing)? about|go(?:ing)? (?:into|there|along)|tak(?:e|ing) (?:on|part)|(?:tak|pick)(?:e|ing)? (?:a )?sides?|advis(?:e|ing) (?:on|about|you)|(?:recommend|suggest)(?:ing)? (?:a|any) (?:way|method|means)|be (?:part|a party)|do(?:ing)? (?:this|that|it|so|any such)|mak(?:e|ing) (?:up|such|this|that|it more|fun|jokes|a joke|comments)|jok(?:e|ing)|carry(?:ing)? out|handle|cooperate)\b`
const gap = String.raw`[^.!?;:]{0,32}?`

/** Said as often before an answer as instead of one. */
const approval = String.raw`\b(?:condon|encourag|endors|promot|support|recommend|advis|suggest|advocat)(?:e|ing)?\b`

/** After these the words of an act mean something else. */
const notAnAct = pattern(
  join(
    String.raw`\b(?:stress|emphasi[sz]e|overstate|overemphasi[sz]e|recommend|thank|say|praise)\b[^.]{0,60}\benough\b`,
    String.raw`\b(?:can|could)(?:'t|not|n't| not) (?:help (?:but|it|myself|\w+ing)|say (?:for (?:sure|certain)|with|without|i|that i|how)|tell (?:whether|if|how it|which|what it|from|you how (?:much|happy|glad|sorry|many))|give up|answer for|do (?:this|it|that) (?:any ?more|alone|without|at this|all)|tell (?:you )?from)\b`,
    String.raw`\b(?:not|won't|wouldn't|shouldn't|don't) (?:give up|say no|say (?:he|she|they|it)|tell (?:anyone|anybody|him|her|them)|write to|help (?:him|her|them|it|but)|answer (?:him|her|them))\b|\bcan't help (?:him|her|them)\b`,
    String.raw`\bnot going to (?:lie|sugar)|\bof (?:more|further|much|any) (?:help|assistance|service)|\bwon't (?:lie to you|sugar)`,
    String.raw`\b(?:if|when|whenever|unless|until) (?:i|we) (?:can't|cannot|won't|am unable|don't|refuse)\b`,
  ),
)

/** Quick to test: a statement without it does not speak of the one who answers. */
const ofItself = pattern(String.raw`\b(?:i|we|me|us|my|our|thee|you|this|that|it|there)\b`)

/** It says that it does not do what is asked. */
const declining: readonly RegExp[] = [
  pattern(String.raw`(?:${speaker}|${again})(?:${negation})\b${gap}${act}`),
  pattern(
    String.raw`${speaker} (?:don't|do not|wouldn't|would not) feel (?:right|good|comfortable|at ease) (?:about )?\w+ing\b`,
  ),
  pattern(String.raw`\bbest (?:that|if) i (?:don't|do not|not)\b`),
  pattern(
    String.raw`${speaker}(?:'m|'re|'ll|'d| am| are| will| would| must| have| need| should)?${adverbs}(?: (?:to|going to|going to have to|have to|must|be|has to))*${adverbs} (?:declin(?:e|ing)|refus(?:e|ing)|refrain(?:ing)?(?: from)?|abstain(?:ing)?|pass(?:ing)?(?: on|[.!,]|$)|say(?:ing)? no\b|turn(?:ing)? (?:this|that|it|down|you down)|skip(?:ping)? (?:this|that)|reject)(?! (?:to be\b|the offer\b|your offer\b))`,
  ),
  pattern(
    String.raw`(?:\bnot|n't|\bnever|\bhardly)\b[^.;]{0,40}\b(?:something|anything|(?:a|the) \w+|much|one)(?: (?:that|which))? (?:i|we)(?:'m|'ll|'d| am| can| could| will| would| want| feel|'re| are)\b`,
  ),
  pattern(
    String.raw`\bis (?:something|one)(?: (?:that|which))? i(?:'m| am| will|'ll| must| have to)? (?:going to |have to |not |never |can't |cannot |won't |to )?(?:turn down|decline|refuse|can't|cannot|won't|will not)`,
  ),
  pattern(
    String.raw`\b(?:outside|beyond|not within|against|isn't within|isn't part of|outside of)(?: of)? (?:what i|(?:my|our)(?: \w+){0,3} (?:programming|guidelines?|principles?|polic(?:y|ies)|values?|ethics|rules|purpose|capabilities|scope|comfort zone|boundaries|code|training|design)|the (?:rules|guidelines|polic(?:y|ies)) i)\b`,
  ),
  pattern(
    String.raw`\b(?:it|this|that)(?: is|'s| was| would| wouldn't| isn't)\b[^.;]{0,40}\bfor me to\b(?! (?:be|have)\b)`,
  ),
  pattern(
    String.raw`\bi (?:want|have|need) to (?:clarify|be clear|be straightforward|be honest|emphasi[sz]e)[^.;]{0,40}\b(?:i|it's|we) (?:can't|cannot|won't|will not|am not|'m not)\b`,
  ),
  pattern(
    String.raw`\b(?:help|aid|assist|teach|tell|answer|serve) (?:you|thee)\b[^.;]{0,20}, i (?:will not|won't|cannot|can't)\b`,
  ),
  pattern(
    String.raw`\b(?:he|she|this \w+(?: \w+)?) (?:shall|will|can) not (?:open|help|aid|tell|speak|teach|answer)\b[^.;]{0,30}\b(?:thee|you)\b`,
  ),
]

const rules = String.raw`(?:guidelines?|polic(?:y|ies)|rules|programming|ethics|oath|principles?|instructions|training|code|design)`
const forbid = String.raw`(?:(?:do|does|did|will)(?: not|n't) (?:allow|permit|let)|forbids?|prevents?|prohibits?|stops?|keeps?|bars?)`

/** The same without a word of the first person, or with the first person left out. */
const impersonal: readonly RegExp[] = [
  pattern(
    String.raw`^(?:(?:i'm |i am )?(?:so |very |really )?sorry[,.]? (?:but )?|no[,.] |nope[,.] |unfortunately,? )?(?:can't|cannot|can not|won't|unable to|not able to|not going to|wouldn't) (?:help|assist|comply|do that|do this|provide|answer|fulfill?|discuss|share|complete)\b`,
  ),
  pattern(
    String.raw`\bmy (?:\w+ ){0,2}${rules}\b[^.;]{0,20}\b${forbid}\b|\b${rules}\b[^.;]{0,20}\b${forbid} (?:me|us|this assistant|generating|creating|producing|writing|providing|discussing|sharing|helping)\b`,
  ),
  pattern(
    String.raw`\b(?:violat(?:e|es|ing)|breach(?:es)?|against|conflicts? with) (?:our|the|my|its)?(?: \w+){0,2} ?(?:content|usage|use|safety|community) (?:polic(?:y|ies)|guidelines|terms|standards)\b`,
  ),
  pattern(
    String.raw`\b(?:would be|wouldn't be|would not be|'d be) (?:not )?(?:\w+ and )?(?:unethical|irresponsible|inappropriate|wrong|harmful|illegal|appropriate|ethical|right|acceptable|responsible|fair|okay|ok|possible)(?: or \w+| and \w+)? (?:for (?:me|us) )?to (?:provide|write|help|assist|create|generate|share|give|offer|produce|develop|answer|make|support|discuss|use insults)\b`,
  ),
  pattern(
    String.raw`\b(?:request|prompt|response|content|question|query|it|answer|this|that|information|assistance)\b[^.;]{0,30}\b(?:can't|cannot|can not|could not|couldn't|was|were|has been|will not|won't) be (?:fulfilled|completed|processed|answered|provided|given|generated|shown|honou?red|displayed)\b|\b(?:no answer|no help|no assistance) (?:can|will) be (?:given|provided)|\b(?:(?:your|this) (?:prompt|request|message|question)|the response) (?:was|has been|is) (?:blocked|flagged|filtered|denied|rejected)\b`,
  ),
  pattern(
    String.raw`^(?:request (?:denied|refused|rejected)|access denied|unable to comply|i refuse|no can do)\b|^declined$`,
  ),
  pattern(
    String.raw`^(?:sorry,? |well,? |no,? |nope,? |nah,? |yeah,? |but |maybe |i think )*(?:no way (?:i|am i)\b|hard pass|not happening|not going (?:there|to happen)|no thanks?|let's not|i'd rather not|i would rather not|i'd prefer not to|that's a no|that's a hard no|count me out|over my|i'll pass|forget it|under no circumstances (?:will|can|would|should) i)\b`,
  ),
  pattern(
    String.raw`\b(?:doesn't|does not) (?:sit|feel) right with me|\blet me stop you (?:there|right)|\bsit this one out|\bisn't my style|\blet's (?:talk about|discuss|focus on|change|find|keep|switch)(?: \w+){0,5} (?:instead|else|subject|topic|positive|kind|inclusion)\b|\b(?:talk|speak|chat) about something else|\bthat's (?:confidential|private|classified|off[- ]limits)|\bnot (?:open|up) for discussion|\bnot at liberty|\bi(?:'ve| have) (?:chosen|decided) not\b|\bi keep things\b|\bi draw the line|\bleave (?:that|this|it)(?: one)? alone|\bi'm stopping here|\bthat's a no\b|^sorry,? (?:but )?no\b|^please (?:don't|do not) (?:do|try) (?:this|that|it)\b|^but not (?:about|how)\b|\b(?:don't|do not) have (?:a|any) (?:\w+ )?(?:mode|persona|alter ego)\b|\b(?:don't|do not) think it would be (?:good|right|wise|fair|kind|helpful|appropriate)\b|\bstepping out of character`,
  ),
  pattern(
    String.raw`\bproviding (?:this|that|such|these)[^.;]{0,40}\bwould be (?:harmful|illegal|unethical|against|irresponsible|dangerous)\b`,
  ),
]

/** It says that it has not the means, the knowledge or the standing: a refusal where nothing follows. */
const lacking: readonly RegExp[] = [
  pattern(
    String.raw`(?:${speaker}|${again})${adverbs} (?:do not|don't|does not|doesn't)${adverbs} (?:currently )?(?:have|possess|hold|retain|store|know|support|take sides)\b[^.;]{0,30}\b(?:access|information|info|data|details|knowledge|records?|ability|capability|capacity|memory|opinions?|beliefs?|preferences?|feelings?|emotions?|experiences?|sense|body|favou?rites?|sides|answer|idea|what|which|when|who|that kind)\b`,
  ),
  pattern(
    String.raw`\bi(?:${negation})\b${gap}\b(?:access|see|view|brows|open|hear|watch|listen|predict|foresee|forecast|diagnos|prescrib|know|remember|recall|verify|confirm|identify|determin|read|look up|find|locat|make (?:phone )?calls|send|book|order|process|feel|vote|play|tast|smell|perform|guess|compil)(?:e|ing)?\b`,
  ),
  pattern(
    String.raw`${speaker}(?:${negation})\b[^.;]{0,60}\b(?:images?|pictures?|logos?|visuals?|visual (?:content|output)|graphics?|charts?|graphs?|audio|videos?|music|melod(?:y|ies))\b`,
  ),
  pattern(
    String.raw`${speaker}(?:${negation})\b[^.;]{0,60}\b(?:without (?:knowing|seeing|more|further|additional|any|context|information|the (?:text|data|specifics?|necessary|relevant|actual)|a (?:specific|clear|prompt|picture|relevant)|being (?:provided|given))|unless you)\b`,
  ),
  pattern(
    String.raw`\bi (?:have|possess|got) no (?:way|means|idea|information|knowledge|access|record|memory|opinion|data|clue|personal)\b|\bno way (?:for (?:me|us) )?(?:of|to) know|\b(?:isn't|is not|aren't|are not) available to me\b|\bi (?:do not|don't) know\b(?! (?:what|how|why) (?:i|to|that|else))|\bmy (?:knowledge|training)(?: data)? (?:has a cut|ends|stops|only goes|cut)`,
  ),
  pattern(
    String.raw`\b(?:i|this assistant)\b[^.;]{0,20}\bonly (?:able to|here to|designed to|trained to|a (?:language|text)|answer|help|assist)\b|\bstill learning how to answer\b|\b(?:just|only) a language model\b`,
  ),
  pattern(
    String.raw`${speaker}(?:${negation})\b${gap}\b(?:medical|legal|financial|investment|tax|professional|personal(?:i[sz]ed)?) (?:\w+ )?(?:advice|opinions?|diagnos[ie]s|recommendations?)\b|${speaker}(?:${negation})\b${gap}\b(?:replace|substitute for|say|tell you (?:what to do|whether|if)|speak for|make that decision|a decision|give an opinion)\b|\bdecision (?:that )?i (?:can't|cannot) make`,
  ),
  pattern(
    String.raw`\bi (?:do not|don't) (?:do|give|offer|provide|share|write|discuss|answer|handle|predict)\b(?! (?:up|in|it|that|them)\b)|\b(?:is|'s) (?:a question|something|a matter) (?:for|to ask) (?:your|an?)\b`,
  ),
  pattern(
    String.raw`\b(?:i'm|i am) (?:just |only )?(?:not an?|no) (?:\w+ )?(?:doctor|lawyer|physician|attorney|expert|therapist|medical|financial)\b`,
  ),
  pattern(
    String.raw`${speaker}(?:${negation}|${adverbs} (?:do not|don't|can't|cannot))\b${gap}${approval}(?!.{0,40}${act})`,
  ),
]

/** A first-person "cannot" or "will not" of any other act: a refusal only of what was asked. */
const negating = pattern(String.raw`${speaker}(?:${negation}) (?:be )?(?<act>[a-z]{3,20})`)

/** That the answer begins after all. */
const delivering = pattern(
  join(
    String.raw`^(?:(?:but|however|still|that (?:being )?said|with that said|nevertheless|anyway|fine|ok|okay|well|now|so|with that out of the way)[,.:]* )?(?:sure\b|of course\b(?! not)|certainly\b(?! not)|absolutely\b(?! not)|okay\b|here (?:is|are|goes|you go)\b|here's\b|step 1\b|title:|\(?developer mode output|here it is|the following)`,
    String.raw`\b(?:but|however|though|still|nevertheless|nonetheless|instead|so|that said|anyway|hypothetically|for educational purposes)\b[^.;]{0,40}\b(?:here (?:is|are|goes|you go)|here's|the (?:following|classic|strongest|usual|likeliest))\b`,
    String.raw`\b(?:i'll|i will|let me|i shall) (?:tell you|give you|show you|explain|walk you through|do it|answer)\b(?! (?:that i|why i|no\b))|\bhere goes\b|\bbut i will!`,
    String.raw`^(?:but|however|though)[, ].{0,60}\bi (?:can|could|will) (?:provide|give|offer|suggest|describe|tell|recommend|share|list|explain).*:$`,
    String.raw`\b(?:so|but) (?:i'll|i will|here|let's)\b|^(?:with )?that (?:being )?said\b|\bfor (?:educational|informational|entertainment|fictional|academic|illustrative) purposes\b|^(?:(?:however|but|that said),? )?(?:in general|generally|typically|historically|usually|as of|according to|from what)\b`,
  ),
)

/** What is offered in the place of an answer. */
const replacing = pattern(
  String.raw`\b(?:instead|alternatives?|alternatively|legal(?:ly)?|lawful|ethical|respect(?:s|ful)?|positive|safe(?:ly|r)?|healthy|resources|legitimate|honest|responsible|help(?:ful)? instead|(?:might|may|could) help|rather than|other ways|better ways|kinder|steady)\b`,
)

/** Why it would be bad. */
const judging = pattern(
  String.raw`\b(?:illegal|unlawful|unethical|immoral|morally|wrong|harmful|harms?|hurts?|danger(?:ous)?|never (?:the answer|acceptable|okay|ok|right)|crimes?|criminal|cruel|consequences|violat\w+|against the law|prosecuted|dignity|respect\w*|deserves?|unacceptable|prohibited|banned|fraud|abuse|privacy|rights?|trust|stigma|discriminat\w+|exploit\w*|offen[cs]e|ethic\w+|safety|responsible|integrity|misleading|false|kindness|guidelines|principles)\b`,
)

/** Where to turn, and what else could be done. */
const turning = pattern(
  String.raw`\b(?:instead|alternatively|perhaps|consider|i(?:'d| would| strongly)? (?:suggest|recommend|encourage|urge|advise)|(?:i'd|i would|i'm|i am|would be|be) (?:be )?(?:happy|glad|delighted|more than happy)|please|seek|professionals?|counsell?ors?|therapists?|helplines?|hotlines?|lifeline|authorities|organi[sz]ations?|shelters?|if you(?:'re|'d| are|'ve| have| would| need)|anything else|something else|other questions|another question|would you like|want to tell|let me know|feel free|how about|what (?:else )?(?:i )?can i? ?do|what i could do|i (?:can|could|would|may)|we (?:can|could)|you (?:don't have to|are not alone)|you're not alone|ask me|shall i|shall we|do you want|is there)\b`,
)

/** Politeness, the request said again, what it is there for. */
const framing = pattern(
  join(
    String.raw`^(?:(?:but|and|so|well|oh no|oh)[, ]+)?(?:i'm|i am|we are|we're)? ?(?:so |very |really |truly |deeply )?(?:sorry|afraid|apologi[sz]e|unfortunately|thank|thanks|hello|hi\b|great question|i understand|i appreciate|i hear|i see|i hope|my apologies|as an? )`,
    String.raw`\b(?:you(?:'re| are) asking|your request|you asked|the request|you would like to know|asking (?:me )?(?:for|to)|my (?:purpose|goal|aim|role)|i'm (?:here|designed|programmed|concerned|worried|flattered)|i am (?:here|designed|programmed|concerned|worried)|i (?:strive|aim|believe|want to)|as a responsible)\b`,
  ),
)

/** Words by which a first-person statement speaks of the request, not of a tale. */
const ofTheRequest = pattern(
  String.raw`\b(?:help\w*|aid|assist\w*|request|fulfil\w*|comply|as an ai|language model|guidelines|polic(?:y|ies)|programm\w+|ethic\w*|illegal|harm\w*|inappropriate|content|writ\w+|creat\w+|generat\w+|produc\w+|provid\w+|teach|tell|answer|shar\w+|explain\w*|thee|instructions|role|character|persona)\b|[^\x00-\x7f]`,
)

/** The words of one statement, by what they do in an answer. */
export const englishStatements = {
  ofItself,
  notAnAct,
  declining,
  impersonal,
  lacking,
  negating,
  delivering,
  replacing,
  judging,
  turning,
  framing,
  ofTheRequest,
} as const
