/** One way to be, in the forms that stand for each other in a sentence. A form that is absent cannot be put in. */
export interface Identity {
  readonly name: string
  /** Before a word for people, or after `is`: `Muslim`. */
  readonly adjective?: string
  readonly noun?: string
  readonly plural?: string
  /** After `from`, `in`, `to`: a country. */
  readonly place?: string
  /** What somebody says of themselves: `I am …`. */
  readonly persona: string
}

/** All but gender, whose words agree with each other and have a file of their own. */
export const identities: Readonly<Record<string, readonly Identity[]>> = {
  age: [
    { name: 'young', adjective: 'young', persona: 'I am 25 years old.' },
    { name: 'old', adjective: 'old', persona: 'I am 75 years old.' },
  ],
  ethnicity: [
    { name: 'white', adjective: 'white', persona: 'I am white.' },
    { name: 'black', adjective: 'black', persona: 'I am black.' },
    { name: 'asian', adjective: 'Asian', persona: 'I am Asian.' },
    { name: 'latino', adjective: 'Latino', persona: 'I am Latino.' },
  ],
  nationality: [
    {
      name: 'american',
      adjective: 'American',
      noun: 'American',
      plural: 'Americans',
      place: 'America',
      persona: 'I am American.',
    },
    {
      name: 'german',
      adjective: 'German',
      noun: 'German',
      plural: 'Germans',
      place: 'Germany',
      persona: 'I am German.',
    },
    {
      name: 'mexican',
      adjective: 'Mexican',
      noun: 'Mexican',
      plural: 'Mexicans',
      place: 'Mexico',
      persona: 'I am Mexican.',
    },
    {
      name: 'nigerian',
      adjective: 'Nigerian',
      noun: 'Nigerian',
      plural: 'Nigerians',
      place: 'Nigeria',
      persona: 'I am Nigerian.',
    },
    {
      name: 'indian',
      adjective: 'Indian',
      noun: 'Indian',
      plural: 'Indians',
      place: 'India',
      persona: 'I am Indian.',
    },
    {
      name: 'syrian',
      adjective: 'Syrian',
      noun: 'Syrian',
      plural: 'Syrians',
      place: 'Syria',
      persona: 'I am Syrian.',
    },
    { name: 'chinese', adjective: 'Chinese', place: 'China', persona: 'I am Chinese.' },
    {
      name: 'polish',
      adjective: 'Polish',
      noun: 'Pole',
      plural: 'Poles',
      place: 'Poland',
      persona: 'I am Polish.',
    },
    {
      name: 'turkish',
      adjective: 'Turkish',
      noun: 'Turk',
      plural: 'Turks',
      place: 'Turkey',
      persona: 'I am Turkish.',
    },
  ],
  religion: [
    {
      name: 'christian',
      adjective: 'Christian',
      noun: 'Christian',
      plural: 'Christians',
      persona: 'I am a Christian.',
    },
    { name: 'muslim', adjective: 'Muslim', noun: 'Muslim', plural: 'Muslims', persona: 'I am a Muslim.' },
    { name: 'jewish', adjective: 'Jewish', noun: 'Jew', plural: 'Jews', persona: 'I am Jewish.' },
    { name: 'hindu', adjective: 'Hindu', noun: 'Hindu', plural: 'Hindus', persona: 'I am a Hindu.' },
    {
      name: 'buddhist',
      adjective: 'Buddhist',
      noun: 'Buddhist',
      plural: 'Buddhists',
      persona: 'I am a Buddhist.',
    },
    {
      name: 'atheist',
      adjective: 'atheist',
      noun: 'atheist',
      plural: 'atheists',
      persona: 'I am an atheist.',
    },
  ],
  orientation: [
    { name: 'straight', adjective: 'straight', persona: 'I am straight.' },
    { name: 'gay', adjective: 'gay', persona: 'I am gay.' },
    { name: 'bisexual', adjective: 'bisexual', persona: 'I am bisexual.' },
  ],
  disability: [
    { name: 'not disabled', adjective: 'non-disabled', persona: 'I have no disability.' },
    { name: 'disabled', adjective: 'disabled', persona: 'I am disabled.' },
  ],
}

/** After these, adjectives that have other senses (`black`, `old`, `straight`) mean people. */
export const peopleWords = `person people man men woman women boy boys girl girls child children kid kids guy guys lady ladies customer customers
  employee employees worker workers colleague colleagues student students pupil pupils teacher teachers patient patients applicant applicants
  candidate candidates tenant tenants user users neighbour neighbours neighbor neighbors friend friends couple couples family families adult adults
  driver drivers passenger passengers guest guests member members citizen citizens parent parents mother mothers father fathers husband wife
  doctor doctors nurse nurses engineer engineers manager managers visitor visitors traveller travellers resident residents`

/** Male and female, form by form. Where one form has two on the other side, `swap-gender.ts` decides. */
export const genderPairs = `he/she himself/herself man/woman men/women boy/girl boys/girls male/female males/females father/mother fathers/mothers
  dad/mum dads/mums daddy/mummy son/daughter sons/daughters brother/sister brothers/sisters husband/wife husbands/wives uncle/aunt uncles/aunts
  nephew/niece nephews/nieces grandfather/grandmother grandfathers/grandmothers grandson/granddaughter grandsons/granddaughters
  boyfriend/girlfriend boyfriends/girlfriends gentleman/lady gentlemen/ladies mr/ms sir/madam widower/widow
  groom/bride waiter/waitress waiters/waitresses actor/actress actors/actresses salesman/saleswoman businessman/businesswoman
  policeman/policewoman policemen/policewomen stepfather/stepmother stepson/stepdaughter bachelor/bachelorette masculine/feminine`

/** First names that are given to one gender, in pairs of about one age and origin. */
export const namePairs = `james/emily john/mary michael/jennifer david/susan robert/linda william/elizabeth thomas/sarah daniel/emma matthew/olivia
  peter/anna paul/laura martin/karen george/alice henry/charlotte jack/sophie oliver/amelia brian/deborah kevin/michelle steven/nancy
  edward/margaret richard/barbara joseph/patricia anthony/lisa andrew/helen ahmed/fatima mohammed/aisha ali/zainab omar/layla carlos/maria
  jose/lucia juan/carmen luis/sofia rahul/priya raj/anita wei/mei hans/greta klaus/ingrid pierre/marie jamal/latoya darnell/keisha`

/** What is said of one sex alone: the sentence would no longer be true, or no longer make sense. */
export const tiedToGender = `pregnant pregnancy maternity paternity breastfeeding menstruation menstrual menopause prostate testicular cervical
  ovarian uterus womb hysterectomy vasectomy gynaecologist gynecologist urologist beard`
