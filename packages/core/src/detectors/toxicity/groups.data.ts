/** How groups of people are named, by what they have in common. */
export const groupNouns = `woman women girl girls female females men males feminist feminists feminism femininity womanhood
  muslim muslims moslem moslems islam islamic jew jews judaism christian christians catholic catholics hindu hindus sikh sikhs buddhist buddhists mormon
  mormons atheist atheists protestant protestants protestantism catholicism christianity hinduism buddhism jehovah's_witnesses quaker
  immigrant immigrants migrant migrants refugee refugees asylum_seeker asylum_seekers foreigner foreigners newcomer illegals illegal_aliens
  black_lives blacks whites asian asians african africans african_american african_americans latino latinos latina latinas latinx hispanic
  hispanics mexican mexicans arab arabs persian persians indian indians pakistani pakistanis bangladeshi bangladeshis chinese japanese korean koreans vietnamese
  filipino filipinos turk turks kurd kurds syrian syrians afghan afghans somali somalis nigerian nigerians roma gypsy gypsies traveller_community
  native_american native_americans aboriginal aboriginals indigenous_people european europeans american americans german germans pole poles
  polish russian russians ukrainian ukrainians italian italians irish israeli israelis palestinian palestinians romanian romanians albanian albanians
  brown_people people_of_color people_of_colour poc bipoc persons_of_color
  gay gays lesbian lesbians homosexual homosexuals homosexuality bisexuality lesbianism transgenderism bisexual bisexuals queer queers lgbt lgbtq lgbtq+ asexual pansexual gay_community
  transgender transgenders transsexual transsexuals transwoman transwomen transman transmen trans non-binary nonbinary intersex drag_queens
  disabled the_disabled handicapped the_blind the_deaf autistic autistics wheelchair_users people_with_disabilities
  people_in_wheelchairs down_syndrome epileptic epileptics amputee amputees
  elderly the_elderly pensioner pensioners old_people seniors boomer boomers millennials teenagers the_poor the_homeless homeless_people poor_people
  ethnic_minorities minorities minority ethnic_minority veiled_women single_mothers mothers housewives`

/** Before a word for people these name a group: `black people`, `a deaf man`. */
export const groupAdjectives = `black white brown asian african arab arabic latino hispanic mexican chinese japanese korean indian pakistani
  turkish syrian afghan somali nigerian russian ukrainian polish german italian irish israeli palestinian romanian albanian jewish muslim islamic
  christian catholic hindu sikh buddhist mormon atheist religious gay lesbian homosexual bisexual bi queer straight lgbt lgbtq trans transgender transsexual
  transgendered nonbinary non-binary intersex disabled handicapped blind deaf mute autistic paralysed paralyzed epileptic old older elderly young
  younger poor homeless foreign immigrant migrant refugee indigenous aboriginal native roma gypsy female male coloured colored ethnic
  middle-eastern dark-skinned black-skinned white-skinned`

/** Words for people that an adjective turns into a group. */
export const peopleNouns = `people ppl peeps person persons man men woman women girl girls boy boys guy guys folk folks kid kids child children lady ladies
  community communities individual individuals family families employee employees worker workers student students immigrants migrants citizen
  citizens neighbour neighbours neighbor neighbors friend friends colleague colleagues lives youth teen teens teenagers adult adults mother mothers
  father fathers couple couples male males female females population patients dude dudes human humans being beings refugees americans ones bastard bastards`
