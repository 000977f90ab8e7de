/**
 * Names of months in the languages of the Union other than English, by the month's number; in small letters, with the
 * forms that stand behind a day ("stycznia") or in a phrase ("styczniu").
 */
export const MONTHS: readonly string[] = [
  'janvier|januar|jänner|enero|gennaio|janeiro|januari|styczeń|stycznia|styczniu|leden|ledna|lednu|január|januára|január|januára|siječanj|siječnja|ianuarie|январуари|януари|ιανουαρίου|ιανουάριος|tammikuu|tammikuuta|tammikuussa|jaanuar|jaanuaris|janvāris|janvārī|sausio|sausis|jannar|eanáir',
  'février|fevrier|februar|febrero|febbraio|fevereiro|februari|luty|lutego|lutym|únor|února|únoru|február|februára|veljača|veljače|februarie|февруари|φεβρουαρίου|φεβρουάριος|helmikuu|helmikuuta|helmikuussa|veebruar|veebruaris|februāris|februārī|vasario|vasaris|frar|feabhra',
  'mars|märz|maerz|marzo|março|maart|marzec|marca|marcu|březen|března|březnu|marec|március|ožujak|ožujka|martie|marts|март|μαρτίου|μάρτιος|maaliskuu|maaliskuuta|maaliskuussa|märts|märtsis|martā|kovo|kovas|marzu|márta',
  'avril|abril|aprile|april|kwiecień|kwietnia|kwietniu|duben|dubna|dubnu|apríl|apríla|április|travanj|travnja|aprilie|април|απριλίου|απρίλιος|huhtikuu|huhtikuuta|huhtikuussa|aprill|aprillis|aprīlis|aprīlī|balandžio|balandis|aibreán',
  'mai|mayo|maggio|maio|mei|maj|maja|maju|květen|května|květnu|máj|mája|május|svibanj|svibnja|май|μαΐου|μάιος|toukokuu|toukokuuta|toukokuussa|maijs|maijā|gegužės|gegužė|mejju|bealtaine',
  'juin|juni|junio|giugno|junho|czerwiec|czerwca|czerwcu|červen|června|červnu|jún|júna|június|junij|junija|lipanj|lipnja|iunie|юни|ιουνίου|ιούνιος|kesäkuu|kesäkuuta|kesäkuussa|juuni|juunis|jūnijs|jūnijā|birželio|birželis|ġunju|meitheamh',
  'juillet|juli|julio|luglio|julho|lipiec|lipca|lipcu|červenec|července|červenci|júl|júla|július|julij|julija|srpanj|srpnja|iulie|юли|ιουλίου|ιούλιος|heinäkuu|heinäkuuta|heinäkuussa|juuli|juulis|jūlijs|jūlijā|liepos|liepa|lulju|iúil',
  'août|aout|agosto|augustus|august|augusti|sierpień|sierpnia|sierpniu|srpen|srpna|srpnu|augusta|augusztus|avgust|avgusta|kolovoz|kolovoza|август|αυγούστου|αύγουστος|elokuu|elokuuta|elokuussa|augusts|augustā|rugpjūčio|rugpjūtis|awwissu|lúnasa',
  'septembre|septiembre|settembre|setembro|september|wrzesień|września|wrześniu|září|septembra|szeptember|rujan|rujna|septembrie|септември|σεπτεμβρίου|σεπτέμβριος|syyskuu|syyskuuta|syyskuussa|septembris|septembrī|rugsėjo|rugsėjis|settembru|meán fómhair',
  'octobre|oktober|octubre|ottobre|outubro|październik|października|październiku|říjen|října|říjnu|október|októbra|október|oktobra|octombrie|октомври|οκτωβρίου|οκτώβριος|lokakuu|lokakuuta|lokakuussa|oktoober|oktoobris|oktobris|oktobrī|spalio|spalis|ottubru|deireadh fómhair',
  'novembre|noviembre|novembro|november|listopad|listopada|listopadzie|listopadu|novembra|studeni|studenoga|studenog|noiembrie|ноември|νοεμβρίου|νοέμβριος|marraskuu|marraskuuta|marraskuussa|novembris|novembrī|lapkričio|lapkritis|novembru|samhain',
  'décembre|decembre|dezember|diciembre|dicembre|dezembro|december|grudzień|grudnia|grudniu|prosinec|prosince|prosinci|decembra|prosinac|prosinca|decembrie|декември|δεκεμβρίου|δεκέμβριος|joulukuu|joulukuuta|joulukuussa|detsember|detsembris|decembris|decembrī|gruodžio|gruodis|diċembru|nollaig',
];

/** English names of months, by the month's number. */
export const ENGLISH_MONTHS: readonly string[] =
  'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');
