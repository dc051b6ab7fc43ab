// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/headers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/csv/header_words.h"

namespace kith::exchange {
namespace {

using WordTable = std::map<std::string, ColumnField, std::less<>>;

template <std::size_t kCount>
WordTable TableOf(const std::array<header_words::Names, kCount>& all) {
  WordTable table;
  for (const header_words::Names& names : all) {
    for (const std::string& name : SplitText(names.names, "|"))
      table.emplace(name, names.field);
  }
  return table;
}

const WordTable& Whole() {
  static const WordTable table = TableOf(header_words::kWhole);
  return table;
}

std::optional<ColumnField> FieldOf(std::span<const std::string> words) {
  const auto found = Whole().find(Join({words.begin(), words.end()}, " "));
  return found == Whole().end() ? std::nullopt : std::optional(found->second);
}

bool IsAmong(std::string_view word, std::string_view words) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == '|') && (end == words.size() || words[end] == '|')) return true;
  }
  return false;
}

bool IsNumber(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whose it is: "work", "home", "other"; empty if a word doesn't say.
std::string_view ContextOf(std::string_view word) {
  if (IsAmong(word, header_words::kWork)) return "work";
  if (IsAmong(word, header_words::kHome)) return "home";
  if (IsAmong(word, header_words::kOther)) return "other";
  return {};
}

ColumnField PhoneOf(ColumnField field, std::string_view context) {
  if (field != ColumnField::kPhone) return field;
  if (context == "work") return ColumnField::kWorkPhone;
  if (context == "home") return ColumnField::kHomePhone;
  if (context == "other") return ColumnField::kOtherPhone;
  return field;
}

bool IsPartOfAddress(ColumnField field) {
  return field >= ColumnField::kAddress && field <= ColumnField::kCountry;
}

std::optional<HeaderMeaning> ByHints(std::span<const std::string> words, std::string_view context) {
  for (const header_words::Names& hints : header_words::kHints) {
    const bool says = std::any_of(words.begin(), words.end(),
                                  [&](const std::string& word) { return IsAmong(word, hints.names); });
    if (says) return HeaderMeaning{PhoneOf(hints.field, context), std::string(context), false};
  }
  return std::nullopt;
}

/// By all its words; without numbers; without what says whose it is; by one of them.
std::optional<HeaderMeaning> ByWords(std::vector<std::string> words) {
  if (const auto field = FieldOf(words)) return HeaderMeaning{*field, {}, true};
  std::string number;
  std::string context;
  std::string whose;
  std::erase_if(words, [&](const std::string& word) {
    if (!IsNumber(word)) return false;
    number = word;
    return true;
  });
  if (words.empty()) return std::nullopt;
  const auto found = [&](ColumnField field) {
    // "Street 2" is a part of one address, "Phone 2" another phone.
    const bool address =
        IsPartOfAddress(field) && (field != ColumnField::kAddress || number.empty() || !whose.empty());
    const std::string group = address ? whose : number.empty() ? "" : Join(words, " ") + " " + number;
    return HeaderMeaning{PhoneOf(field, context), group, true};
  };
  if (const auto field = FieldOf(words)) return found(*field);
  std::vector<std::string> core;
  for (const std::string& word : words) {
    const std::string_view said = ContextOf(word);
    if (!said.empty()) context = said;
    if (!said.empty() || IsAmong(word, header_words::kPlain)) {
      if (whose.empty()) whose = said.empty() ? word : std::string(said);
    } else {
      core.push_back(word);
    }
  }
  if (whose == "address" || whose == "number" || whose == "value") whose.clear();
  if (const auto field = FieldOf(core)) return found(*field);
  // "Business address": what is left of it was one of the plain words.
  std::erase_if(words, [](const std::string& word) { return !ContextOf(word).empty(); });
  if (const auto field = FieldOf(words)) return found(*field);
  return ByHints(words, context);
}

/// "Phone 2 - Label", "Address 1 - Street", "Phone 2 type": a part of a value.
std::optional<HeaderMeaning> ByPart(std::string_view header) {
  const std::size_t dash = header.find(" - ");
  std::vector<std::string> group = HeaderWords(header.substr(0, dash));
  std::vector<std::string> part =
      dash == std::string_view::npos ? std::vector<std::string>() : HeaderWords(header.substr(dash + 3));
  if (dash == std::string_view::npos && group.size() > 2 && group.back() == "type" &&
      IsNumber(group[group.size() - 2])) {
    part = {group.back()};
    group.pop_back();
  }
  if (part.empty() || group.empty() || !IsNumber(group.back())) return std::nullopt;
  const std::string name = Join(group, " ");
  group.pop_back();
  const std::string concept_name = Join(group, " ");
  const bool kind = part.size() == 1 && (part[0] == "label" || part[0] == "type" || part[0] == "service");
  const bool value = part.size() == 1 && part[0] == "value";
  if (concept_name == "custom field")
    return HeaderMeaning{kind ? ColumnField::kKind : ColumnField::kHandle, name, true};
  if (concept_name == "phone" || concept_name == "event" || concept_name == "relation" ||
      concept_name == "im" || concept_name == "jot") {
    const ColumnField field = concept_name == "phone" ? ColumnField::kPhone : ColumnField::kRemark;
    return HeaderMeaning{kind ? ColumnField::kKind : field, name, true};
  }
  if (kind) return HeaderMeaning{ColumnField::kKind, name, true};
  if (concept_name == "address" && part[0] == "formatted")
    return HeaderMeaning{ColumnField::kAddress, name, true};
  if (concept_name == "organization" && part[0] == "name")
    return HeaderMeaning{ColumnField::kOrganization, name, true};
  if (concept_name == "organization" && part.back() == "name") return std::nullopt;
  const std::optional<ColumnField> field = FieldOf(value ? group : part);
  return field ? std::optional(HeaderMeaning{*field, name, true}) : std::nullopt;
}

struct Special {
  CsvProgram program;
  std::string_view names;  ///< separated by "|", as HeaderWords has them
  ColumnField field;
};

/// Where a program means something else by a name than others do.
constexpr std::array kSpecials = {
    Special{CsvProgram::kOutlook, "title", ColumnField::kNamePrefix},
    Special{CsvProgram::kOutlook,
            "priority|private|sensitivity|initials|internet free busy|email type|email 2 type|email 3 "
            "type|email display name|email 2 display name|email 3 display name|directory server|gender",
            ColumnField::kLeftOut},
    Special{CsvProgram::kOutlook,
            "assistant s phone|manager s name|assistant s name|office location|location|profession|"
            "spouse|children|company yomi|given yomi|surname yomi|imaddress",
            ColumnField::kRemark},
    Special{CsvProgram::kOutlook, "hobby", ColumnField::kInterests},
    Special{CsvProgram::kGoogle, "labels|group membership", ColumnField::kEvent},
    Special{CsvProgram::kGoogle, "photo|initials|short name|maiden name|gender|sensitivity|priority",
            ColumnField::kLeftOut},
    Special{CsvProgram::kGoogle, "name", ColumnField::kName},
    Special{CsvProgram::kGoogle, "name prefix", ColumnField::kNamePrefix},
    Special{CsvProgram::kSalesforce, "lead source|leadsource", ColumnField::kEvent},
    Special{CsvProgram::kSalesforce, "account id|owner id|is deleted", ColumnField::kLeftOut},
    Special{CsvProgram::kHubspot, "street", ColumnField::kStreet},
};

bool HasAll(const std::set<std::string>& header, std::string_view names) {
  const std::vector<std::string> all = SplitText(names, "|");
  return std::all_of(all.begin(), all.end(), [&](const std::string& name) { return header.contains(name); });
}

}  // namespace

std::vector<std::string> HeaderWords(std::string_view header) {
  std::string spaced;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (i > 0 && is_upper(header[i]) && is_lower(header[i - 1])) spaced += ' ';
    spaced += header[i];
  }
  std::string folded = FoldText(spaced);
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); },
      ' ');
  std::vector<std::string> words;
  for (std::string& word : SplitText(folded, " ")) {
    const bool mail = word == "mail" && !words.empty() && words.back() == "e";
    if (mail) {
      words.back() = "email";
    } else {
      words.push_back(std::move(word));
    }
  }
  return words;
}

HeaderProgram ProgramOf(std::span<const std::string> header) {
  std::set<std::string> names;
  for (const std::string& name : header)
    names.insert(LowerCase(NormalizeText(name)));
  struct Mark {
    std::string_view columns;
    HeaderProgram program;
  };
  static constexpr std::array kMarks = {
      Mark{"given name|family name|name|met on", {CsvProgram::kKith, "Kith"}},
      Mark{"first name|last name|e-mail 1 - value|file as", {CsvProgram::kGoogle, "Google Contacts"}},
      Mark{"first name|last name|phone 1 - value|organization title",
           {CsvProgram::kGoogle, "Google Contacts"}},
      Mark{"first name|last name|e-mail 1 - value|labels", {CsvProgram::kGoogle, "Google Contacts"}},
      Mark{"first name|last name|labels|file as", {CsvProgram::kGoogle, "Google Contacts"}},
      Mark{"given name|family name|group membership", {CsvProgram::kGoogle, "Google Contacts (older)"}},
      Mark{"given name|family name|e-mail 1 - value", {CsvProgram::kGoogle, "Google Contacts (older)"}},
      Mark{"given name|family name|phone 1 - value", {CsvProgram::kGoogle, "Google Contacts (older)"}},
      Mark{"first name|e-mail address|home address|business country",
           {CsvProgram::kOutlook, "Outlook, by Google"}},
      Mark{"first name|e-mail address|given yomi", {CsvProgram::kOutlook, "Outlook.com or the new Outlook"}},
      Mark{"first name|e-mail address|imaddress", {CsvProgram::kOutlook, "Outlook.com or the new Outlook"}},
      Mark{"first name|last name|e-mail address|business phone", {CsvProgram::kOutlook, "Outlook"}},
      Mark{"first name|last name|e-mail address|business street", {CsvProgram::kOutlook, "Outlook"}},
      Mark{"last name|account name|mailing city", {CsvProgram::kSalesforce, "Salesforce"}},
      Mark{"last name|account name|contact description", {CsvProgram::kSalesforce, "Salesforce"}},
      Mark{"lastname|mailingcity", {CsvProgram::kSalesforce, "Salesforce"}},
      Mark{"lastname|accountname", {CsvProgram::kSalesforce, "Salesforce"}},
      Mark{"lastname|mailingstreet", {CsvProgram::kSalesforce, "Salesforce"}},
      Mark{"first name|last name|email|company name|website url", {CsvProgram::kHubspot, "HubSpot"}},
      Mark{"first name|last name|email|lifecycle stage", {CsvProgram::kHubspot, "HubSpot"}},
      Mark{"first name|last name|email|phone number|company name", {CsvProgram::kHubspot, "HubSpot"}},
  };
  for (const Mark& mark : kMarks) {
    if (HasAll(names, mark.columns)) return mark.program;
  }
  return {};
}

std::optional<HeaderMeaning> MeaningOf(std::string_view header, CsvProgram program) {
  const std::vector<std::string> words = HeaderWords(header);
  if (words.empty()) return std::nullopt;
  const std::string joined = Join(words, " ");
  for (const Special& special : kSpecials) {
    if (special.program == program && IsAmong(joined, special.names))
      return HeaderMeaning{special.field, {}, true};
  }
  if (auto part = ByPart(header)) return part;
  if (program == CsvProgram::kGoogle && header.find(" - ") != std::string_view::npos) return std::nullopt;
  return ByWords(words);
}

}  // namespace kith::exchange
