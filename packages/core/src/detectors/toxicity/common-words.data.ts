/** Common words of no class: they are spelt as meant, and part words that were run together. */
export const commonWords = `the and for you all are not with from this that they them have has had was were will would should can
  who what why how one out get got more most much very just only some many any than then there here about into over under again too
  also like make makes made go goes going come came know known see seen saw look looks looked find found give gives gave given take takes took taken
  tell keep keeps kept put leave leaves left feel feels felt seem seems become became show shows shown start started turn turned might may
  could did does doing done being been i a an or as at by in on of to be is it if my me we us our your his her its he she so up no do
  own now time day days week year years home house room door street city town country world land place life lives part end side way ways
  good new old long great small large big high low young right wrong next last first second early late little own same other another
  work works worked job money food water air fire car bus train road school schools book books paper news film music song game games team
  friend friends mother father son daughter wife husband baby parents parent class course hand hands head face eye eyes ear mouth back foot feet
  heart blood brain brains body hair skin voice word words name names story line page point fact case number group groups kind kinds type thing things
  question answer reason idea ideas problem problems plan law laws state power war party court police office company market price
  morning evening night today tomorrow yesterday month hour hours minute moment always never often sometimes ever still already soon once twice
  every each both few less least enough quite rather almost even indeed really perhaps maybe else away off down near far between among
  because while since until before after though although where when whose which whom himself herself itself themselves those these
  ask asks asked read reads write writes wrote talk talks talked speak spoke walk run runs ran move moved live lives lived stay stayed stand stood
  sit sat eat eats ate drink drank buy buys bought sell sold pay pays paid play plays played win wins lose loses lost wore wear wears born bring brings
  brought send sends sent meet meets met open opened close closed hold held hear heard grow grew grown fall fell raise raised carry carried
  cut stop begin began begun wait waited call hope hopes wish use uses used try tries tried need needs want wants let lets help helps think thinks thought
  best better worst nice fine sure true real hard easy free full empty clear short strong weak rich poor cheap dear warm cold hot dry wet clean
  red blue green black white brown grey dark light north south east west summer winter spring sea sun moon star tree trees flower dog dogs cat cats bird birds
  fish horse cow sheep chip chips trap traps cook cooks tamp sake lose loose chose choose house horse mouse quiet trail trial united untied
  based bases bind binds unit units metal metals layer layers phase phases score scored sitting demand demands reuse trying raid raided baker tuning hating mating three needed case cases county state stated patent patents offices curse pick picks strange stranger feeling feelings phone phones pricing turing strain diary dairy angel angle casual causal form bear bare bored board board least beast breast burn barn slave salve sacred scared
  therapist manslaughter slaughterhouse apathetic assassin assess classic password grassroots pigment weekend something someone everything anything nothing
  everybody anybody today without within although whatever whenever however therefore together forever understand understood
  children child people person man men woman women girl girls boy boys guy guys human humans everyone anyone neighbour neighbours`
