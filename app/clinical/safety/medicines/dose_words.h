#pragma once
// Words around a name that are no name: doses, units, forms, frequencies, routes and conjunctions.

#include <array>
#include <string_view>

namespace clinical {

// English, then French, German and Spanish, Turkish, Arabic; separated by blanks.
inline constexpr std::array<std::string_view, 5> dose_words{
    "mg mcg ug μg kg g gr gram grams gm ml mL l dl cc iu i.u. units unit u mmol meq mm cm "
    "tab tabs tablet tablets cap caps capsule capsules pill pills softgel softgels sachet sachets "
    "amp amps ampoule ampoules vial vials syringe syringes pen pens prefilled inj injection "
    "injections drop drops drp syrup susp suspension solution sol cream creams crm gel gels "
    "emulgel ointment oint lotion foam spray patch patches plaster suppository suppositories supp "
    "powder "
    "film coated fc ec enteric effervescent chewable retard sr xr er mr cr xl la forte topical "
    "oral orally po iv im sc sq subcut subcutaneous skin "
    "daily day days week weeks weekly month months monthly year years once twice thrice times "
    "every each per od bd bid tds tid qid qd qod eod hs prn nocte mane am pm night morning evening "
    "noon bedtime meal meals before after hour hours hr hrs h d x q dose doses dosage low high "
    "course taking takes take uses use as needed for the at in on of a an to by "
    "and or with plus",
    "cp cpr comprime comprimes gelule gelules sachet ampoule seringue creme pommade gouttes sirop "
    "collyre suppositoire injectable voie orale lp jour jours semaine semaines mois an ans fois "
    "par matin midi soir nuit tous toutes les le la du de des un une deux trois ui dose et ou avec "
    "j",
    "tablette tabletten tbl kapsel kapseln spritze creme salbe tropfen filmtabletten taglich "
    "woche monat einmal zweimal morgens abends ie und oder mit "
    "comprimido comprimidos capsula capsulas compressa compresse crema pomada pomata gotas gocce "
    "diario dia dias semana mes vez veces al giorno giorni settimana y e o con",
    "tb tablet kapsul kapsuller krem jel merhem pomad ampul igne enjektor damla surup film kapli "
    "gunde gun gunluk haftada hafta ayda ay yil kez kere defa sabah aksam gece ogle bir iki uc "
    "doz oral agizdan cilt ve veya ile",
    "مجم ملجم مج ملغ ملغم مغ ملي ملل مل جرام غرام جم غم ميكروجرام ميكروغرام مكجم وحدة وحدات دولية "
    "حبة حبه حبات حبوب قرص اقراص كبسولة كبسولات كبسول برشام برشامة حقنة حقن ابرة ابر امبول امبولات "
    "شراب نقط نقطة قطرة كريم جل جيل مرهم دهان لوشن بخاخ لصقة فوار تحاميل لبوس "
    "يوميا يومي يوم ايام اسبوعيا اسبوعي اسبوع اسابيع شهريا شهر شهور اشهر سنة سنوات مرة مرات مرتين "
    "مرتان كل صباحا صباح مساء مساءا ليلا ظهرا قبل بعد النوم الاكل اكل الفطار العشاء بالفم فم عضل "
    "وريد تحت الجلد جلد موضعي جرعة جرعات نصف ربع تركيز في من على و او مع",
};

// Salts and esters: no name of their own behind the name of a medicine.
inline constexpr std::string_view salt_words =
    "sodium potassium lysine arginine hydrochloride hcl hydrobromide sulfate "
    "sulphate bisulfate bisulphate hydrogensulfate besilate besylate bromide chloride acetate "
    "phosphate citrate tartrate maleate mesylate mesilate tosylate tosilate etexilate etexilat "
    "mofetil hyclate monohydrate hydrate diethylamine epolamine tromethamine trometamol acid acide "
    "asit potasyum sodyum sodique potassique "
    "صوديوم بوتاسيوم هيدروكلوريد";

// Other medicines and words that are one slip away from a listed name, and no slips of it.
inline constexpr std::string_view no_slips =
    "iodine program preserved frozen proven differing discover derive warrant سنتروم "
    "vitamin vitamins vitaminb vitamind vitamine vitamines vitamink vitamineb vitamined vitaminee "
    "vitaminek فيتامين فيتامينات فيتامينب فيتامينبي فيتاميند فيتاميندي فيتامينه فيتاميناي فيتامينك "
    "فيتامينكي";

}  // namespace clinical
