package org.imprimatur.analyzer.detect;

import java.util.Set;

/** Words that decide whether capitals make a name. */
final class NameWords {

    /** Stand before a name. */
    static final Set<String> TITLES = words("""
        dr doctor doctora dra mr mrs ms miss mister prof professor rev reverend pastor coach father sister
        deacon rabbi chief officer sheriff deputy captain sgt lt don dona senor senora sra sr baby
        councilman councilwoman judge mayor principal aunt uncle grandma grandpa papa tia tio abuela abuelo
        padre little nurse nina nino the
        """);

    /** Of these, nothing but a name comes after them. */
    static final Set<String> CIVIL = words("mr mrs ms dr dra prof sra señora señor");

    /** Before the name of somebody dead for centuries. */
    static final Set<String> SAINTS = words("st saint ste sainte san santo santa sao");

    /** Before a colon they announce a name, as in forms. */
    static final Set<String> LABELS = words("""
        patient pt name kin guardian spouse mother father witness subject customer client employee attn re surgeon
        provider attending physician prescriber caregiver resident donor paciente nombre
        """);

    /** What notes say that somebody did. */
    static final Set<String> NOTED = words("""
        reports reported denies denied states complains presents presented tolerated underwent endorses describes
        returns returned acknowledges acknowledged agrees agreed refuses refused consents verbalizes ambulates
        """);

    /** Of these, too common to make a name by themselves. */
    static final Set<String> WEAK_TITLES = words("""
        the little father sister chief principal don
        """);

    /** Small words inside a name. */
    static final Set<String> PARTICLES = words("""
        de del la van von der al bin ibn da di le
        """);

    /** After a name they make it a building, a place or a firm. */
    static final Set<String> THINGS = words("""
        street st avenue ave road rd drive lane boulevard blvd way hall park school elementary middle high
        university college academy hospital clinic center centre medical pavilion tower house manor church
        chapel library foundation institute county city lake river creek falls bridge island valley mountain
        beach bay day week month award awards fund prize syndrome disease sign test scale score method
        maneuver procedure health healthcare care group inc llc company brothers hardware market bakery cafe
        coffee theater theatre museum stadium field gym festival fair association society club team
        department act law study court ferry crossing township springs hills heights grove point ranch farm
        farms post news times ledger journal review magazine tribune briefing plan program project
        initiative campaign network alliance union coalition council committee bank store shop inn hotel
        lounge room wing unit auditorium atrium garden gardens plaza
        """);

    /** Of these, what people have too. */
    static final Set<String> OF_A_PERSON = words("test score procedure disease health care plan room team");

    /** Of these, what only those in care have. */
    static final Set<String> OF_A_PATIENT = words("""
        fracture surgery biopsy fall cancer tumor stroke seizure seizures recovery treatment chemo chemotherapy
        diagnosis discharge results labs scan wound pain fever transplant rehab condition symptoms prognosis
        admission mom mother dad father wife husband son daughter parents
        """);

    /** Are written with a capital and are never names here. */
    static final Set<String> NEVER = words("""
        january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday christmas easter sheriff sheriff's nurse medicare medicaid
        covid english spanish american santa gracias enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo clinica
        centro pabellon hospital god dios lord jesus bible internet google facebook instagram twitter tiktok
        zoom youtube sample doe hipaa cdc fda nih who er missouri colorado minnesota dakota nevada
        montana virginia georgia carolina texas ohio oregon florida california washington wyoming idaho utah
        arizona kansas nebraska iowa illinois indiana michigan wisconsin kentucky tennessee alabama
        mississippi louisiana arkansas oklahoma delaware maryland maine vermont jersey york hawaii alaska
        pennsylvania connecticut massachusetts america africa china mexico india israel jordan kenya europe
        asia london paris boston chicago houston sir madam ma'am lady princess rev
        """);

    private NameWords() {}

    /** The words of a list that are parted by spaces. */
    static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
