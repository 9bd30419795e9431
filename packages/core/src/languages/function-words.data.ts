/**
 * The commonest function words of languages in Latin script, those that tell a language from its neighbours. A word
 * may stand in several languages; the counts decide.
 */
export const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it was for on are with as at be this have from or by not but what all were when your can which their if will each how may you an do should must has been into',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man',
  es: 'de la que el en los se del las un por con no una su para es al lo como más pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está',
  fr: "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se le ce il sont la avec ou son aux d'une cette mais comme été être ont nous vous leur elle ces fait peut sans deux entre",
  it: 'di il la che in un per una con non sono da del si le dei al come nel alla più della gli anche delle lo ma ha dal nella suo questo essere stato dalla tra degli loro quando sua ai sulla questa',
  pt: 'de que do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito há nos já está também só pelo pela até isso entre era depois sem mesmo aos são',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog worden door naar heeft hebben over ze zich hij was wordt kan meer geen deze die moet je tot wat werd al',
  sv: 'och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år ska under eller också efter vid mot där dem vara bli än sina hade alla andra mycket finns',
  da: 'og at det er en til af på for med den har de ikke som der et kan om han vi men var sig fra jeg skal så ved efter eller også blev være over hvis når år mod sin nu end ud blive meget disse hvor',
  no: 'og det er på som en til av for med at har de ikke den et om var han men vi seg fra jeg kan så skal ved etter eller også ble være over hvis når år mot sin nå enn ut bli mye disse hvor noen',
  fi: 'ja on ei että se oli hän en mutta ovat kun tai myös joka niin ole sen kuin jos ne ollut olla hänen mitä jotka vain voi sitä kanssa mukaan sekä ennen nyt jonka tämä tämän vielä nämä mukaan välillä',
  pl: 'na się do nie to że jest od za po jak przez dla przy oraz ale co są być tym już tego może który które która jego także lub czy tylko był było między ich jej bardzo ma ten tej można',
  cs: 'se na je že do to ve pro za by ale si po jako který jsou od byl podle které která jeho být nebo bylo také až jeho tak při jen může své před již mezi pak ze této však',
  tr: 've bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra ise ya her var değil olduğu ancak mi ki veya ama hem şey bunun göre tarafından iki ilk olan onun böyle kendi arasında yer',
  ro: 'de și în la cu pe din că nu un este care mai sau pentru ca prin fost au fi sunt se le după al ale dar fără între lui este acest această până poate unei unui ar când iar său',
  hu: 'az és hogy nem is egy volt de meg csak már ez el ki mint vagy kell be fel van még azt ha lehet nagy után lett amely minden között ezt pedig szerint első illetve több által alatt majd olyan',
  id: 'yang dan di untuk dengan ini dari dalam tidak itu pada akan juga ke adalah oleh atau sebagai telah dapat karena bisa ada mereka lebih sudah saya kita seperti tersebut menjadi harus anda bahwa',
  vi: 'và của là có được trong cho không các một với những người này khi đã đến để từ như trên ra về tại hay vào cũng theo năm bị nhiều sẽ rằng đó do phải nếu thì mà',
}
