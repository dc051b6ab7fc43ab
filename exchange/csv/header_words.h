// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "core/contact_file.h"

// What columns are called: words without accents, as HeaderWords makes them. Part of headers.cpp: nothing
// else includes this.
namespace kith::exchange::header_words {

struct Names {
  ColumnField field;
  std::string_view names;  ///< separated by "|"
};

/// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish; Chinese and Japanese as ICU writes
/// them in Latin letters.
inline constexpr std::array kWhole = {
    Names{ColumnField::kName,
          "name|full name|fullname|display name|file as|contact "
          "name|contact|person|anzeigename|vollstandiger name|nom "
          "complet|nom et prenom|nombre completo|nome completo|volledige naam|naam|imie i nazwisko|xing "
          "ming|shi "
          "ming|mei zi|vor und nachname|vorname nachname|vorname name|nachname vorname"},
    Names{ColumnField::kNamePrefix,
          "name prefix|prefix|salutation|honorific|honorific prefix|anrede|namensprafix|titel vor|civilite|"
          "tratamiento|trattamento|tratamento|aanhef|zwrot"},
    Names{ColumnField::kGivenName,
          "given name|first name|firstname|forename|vorname|rufname|prenom|nombre|nome|nome proprio|primeiro "
          "nome|"
          "voornaam|imie|ming"},
    Names{
        ColumnField::kMiddleName,
        "middle name|middlename|additional name|second name|middle initial|zweiter vorname|weitere vornamen|"
        "deuxieme prenom|segundo nombre|secondo nome|nome do meio|tussenvoegsel|drugie imie"},
    Names{ColumnField::kFamilyName,
          "family name|last name|lastname|surname|nachname|familienname|zuname|nom|nom de famille|apellido|"
          "apellidos|cognome|sobrenome|apelido|achternaam|nazwisko|xing"},
    Names{ColumnField::kNameSuffix, "name suffix|suffix|namenszusatz|suffixe|sufijo|suffisso|achtervoegsel"},
    Names{ColumnField::kOtherName,
          "nickname|nick name|also written|other name|spitzname|surnom|apodo|soprannome|apelido "
          "carinhoso|roepnaam"},
    Names{ColumnField::kOrganization,
          "organization|organisation|organization name|company|company name|companyname|account "
          "name|accountname|"
          "employer|firma|firmenname|unternehmen|arbeitgeber|organisationsname|verein|societe|entreprise|"
          "organisme|empresa|compania|organizacion|azienda|societa|organizzazione|organizacao|bedrijf|"
          "bedrijfsnaam|"
          "organisatie|gong si|hui she ming|hui she|dan wei"},
    Names{ColumnField::kDepartment,
          "department|organization department|division|abteilung|bereich|service|departement|departamento|"
          "dipartimento|reparto|afdeling|dzial|bu men|bu shu"},
    Names{
        ColumnField::kTitle,
        "job title|jobtitle|title|organization title|position|role|job|occupation|profession|position title|"
        "berufsbezeichnung|position in der "
        "firma|funktion|stelle|beruf|jobtitel|fonction|poste|titre|cargo|puesto|"
        "ruolo|qualifica|posizione|funcao|functie|functietitel|stanowisko|zhi wei|zhi cheng|yi zhi"},
    Names{
        ColumnField::kPhone,
        "phone|phone number|phonenumber|telephone|telephone number|tel|tel no|phone no|primary phone|main "
        "phone|"
        "telefon|telefonnummer|rufnummer|telefonnr|tel nr|haupttelefon|telephone principal|numero de "
        "telephone|"
        "telefono|numero de telefono|numero di telefono|telefone|numero de telefone|telefoon|telefoonnummer|"
        "numer telefonu|dian hua|dian hua hao ma|dian hua fan hao"},
    Names{
        ColumnField::kMobilePhone,
        "mobile|mobile phone|mobile number|mobile phone number|mobilephone|cell|cell "
        "phone|cellphone|cellular|"
        "cell number|handy|handynummer|mobil|mobiltelefon|mobilnummer|natel|portable|mobile|telephone mobile|"
        "telephone portable|movil|celular|telefono movil|cellulare|telefono cellulare|telemovel|mobiel|"
        "mobiele telefoon|mobiel nummer|komorka|telefon komorkowy|shou ji|shou ji hao ma|xie dai dian hua"},
    Names{ColumnField::kWorkPhone,
          "company main phone|company phone|office|direct phone|direct line|direct dial|durchwahl|telefon "
          "firma|"
          "zentrale|festnetz"},
    Names{ColumnField::kFax,
          "fax|fax number|faxnumber|telefax|telefaxnummer|faxnummer|telecopie|telecopieur|numero de "
          "fax|chuan zhen"},
    Names{ColumnField::kOtherPhone,
          "car phone|radio phone|callback|pager|isdn|tty tdd phone|telex|autotelefon|rufmelder"},
    Names{
        ColumnField::kEmail,
        "email|email address|emailaddress|mail|mail address|email adresse|mailadresse|adresse email|adresse "
        "electronique|courriel|correo|correo electronico|direccion de correo|direccion de correo electronico|"
        "indirizzo email|posta elettronica|endereco de email|emailadres|adres email|you xiang|dian zi you "
        "jian|"
        "meru|meruadoresu|dian zi meru"},
    Names{
        ColumnField::kUrl,
        "url|website|web site|web page|webpage|website url|homepage|home page|web|site|internet|web address|"
        "webseite|webadresse|internetseite|internetadresse|site web|site internet|page web|sitio web|pagina "
        "web|"
        "sito|sito web|strona internetowa|wang zhan|wang zhi"},
    Names{
        ColumnField::kHandle,
        "social|handle|linkedin|linkedin url|linkedin profile|twitter|twitter handle|x "
        "handle|instagram|facebook|"
        "mastodon|github|xing profil|telegram|whatsapp|wechat|line id|skype|skype id|bluesky|youtube|tiktok"},
    Names{ColumnField::kAddress,
          "address|postal address|full address|formatted address|mailing "
          "address|adresse|anschrift|postanschrift|"
          "adresse postale|direccion|indirizzo|endereco|adres|di zhi|zhu suo"},
    Names{ColumnField::kStreet,
          "street|street address|address line|street name|po box|extended address|address po box|strasse|"
          "strasse und hausnummer|strasse "
          "hausnummer|str|hausnummer|postfach|rue|voie|calle|via|rua|straat|ulica"},
    Names{ColumnField::kCity,
          "city|town|city "
          "town|locality|ort|stadt|wohnort|ville|localite|ciudad|localidad|poblacion|citta|comune|"
          "cidade|localidade|plaats|stad|woonplaats|miasto|cheng shi"},
    Names{ColumnField::kRegion,
          "state|region|province|state region|state province|county|bundesland|bundesland kanton|kanton|etat|"
          "departement region|provincia|estado|regione|provincie|wojewodztwo|sheng|sheng fen|du dao fu xian"},
    Names{ColumnField::kPostalCode,
          "postal code|postalcode|zip|zip code|zipcode|postcode|zip postal code|plz|postleitzahl|code postal|"
          "codigo postal|cap|codice postale|cep|kod pocztowy|you bian|you zheng bian ma|you bian fan hao"},
    Names{ColumnField::kCountry,
          "country|country region|nation|land|land region|pays|pays region|pais|paese|nazione|kraj|guo "
          "jia|guo"},
    Names{
        ColumnField::kBirthday,
        "birthday|birthdate|birth date|date of birth|dob|born|geburtstag|geburtsdatum|geb|geb datum|geboren|"
        "anniversaire|date de naissance|naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita|"
        "aniversario|data de nascimento|verjaardag|geboortedatum|data urodzenia|urodziny|sheng ri|dan sheng "
        "ri|"
        "sheng nian yue ri"},
    Names{ColumnField::kInterests,
          "interests|hobby|hobbies|likes to talk about|interessen|loisirs|centres d "
          "interet|aficiones|intereses|"
          "interessi|interesses|zainteresowania"},
    Names{
        ColumnField::kNotes,
        "notes|note|comment|comments|remark|remarks|description|contact description|notiz|notizen|bemerkung|"
        "bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|remarque|remarques|commentaire|commentaires|"
        "notas|"
        "nota|comentarios|observaciones|commenti|observacoes|notities|opmerkingen|notatki|uwagi|bei zhu|bei "
        "kao"},
    Names{ColumnField::kEvent,
          "event|met at|meetup|veranstaltung|event name|evenement|evento|evenement nom|wydarzenie"},
    Names{ColumnField::kMetOn, "met on|date met|kennengelernt am|getroffen am"},
    Names{ColumnField::kId,
          "id|uid|uuid|kith id|contact id|contactid|record id|recordid|record id contact|external id|kontakt "
          "id|"
          "kundennummer|customer id|customer number|mitgliedsnummer|member id|membership number"},
};

/// A word of these in a longer name is a hint. The first one that occurs in this order counts.
inline constexpr std::array kHints = {
    Names{ColumnField::kEmail, "email|emailadresse|courriel|correo|meruadoresu"},
    Names{ColumnField::kFax, "fax|telefax|faxnummer"},
    Names{ColumnField::kMobilePhone,
          "mobile|mobil|handy|handynummer|mobiltelefon|cell|cellphone|celular|cellulare|mobiel|movil"},
    Names{ColumnField::kPhone,
          "phone|telephone|telefon|telefonnummer|tel|telefono|telefone|telefoon|rufnummer|telefonnr"},
    Names{ColumnField::kBirthday,
          "birthday|birthdate|geburtstag|geburtsdatum|naissance|nacimiento|nascita|nascimento"},
    Names{ColumnField::kPostalCode, "zip|plz|postleitzahl|postcode|zipcode"},
    Names{ColumnField::kStreet, "street|strasse|calle|straat"},
    Names{ColumnField::kCity, "city|ort|stadt|ville|ciudad|citta|cidade"},
    Names{ColumnField::kCountry, "country|land|pays|pais"},
    Names{ColumnField::kUrl, "url|website|homepage|webseite"},
    Names{ColumnField::kOrganization, "company|firma|unternehmen|empresa|azienda|societe"},
    Names{ColumnField::kGivenName, "firstname|vorname|prenom|voornaam"},
    Names{ColumnField::kFamilyName, "lastname|surname|nachname|familienname|apellidos|cognome|achternaam"},
};

/// Say whose phone or address it is, or which of several.
inline constexpr std::string_view kWork =
    "business|work|office|geschaftlich|dienstlich|dienst|buro|arbeit|firma|professionnel|pro|travail|bureau|"
    "trabajo|"
    "laboral|lavoro|ufficio|trabalho|werk|zakelijk|sluzbowy";
inline constexpr std::string_view kHome =
    "home|private|privat|personal|prive|domicile|maison|casa|particular|personale|pessoal|thuis|domowy|"
    "prywatny";
inline constexpr std::string_view kOther =
    "other|weitere|weiterer|weiteres|andere|autre|otro|otra|altro|altra|outro|overig|inny";
inline constexpr std::string_view kPlain =
    "mailing|billing|shipping|delivery|contact|contacts|primary|main|default|preferred|secondary|alternate|"
    "additional|"
    "value|the|of|your|address|adresse|number|nummer|nr|line|zeile|person|persons|kontakt|guest|attendee|"
    "teilnehmer|"
    "participant|lead|customer";

}  // namespace kith::exchange::header_words
