// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/multistatus.h"

#include <charconv>
#include <functional>
#include <limits>
#include <memory>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "core/language.h"
#include "core/text.h"

namespace kith::exchange::dav {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeXml {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// nullptr if it is no XML, or has a document type.
Document Parse(std::string_view xml) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  Document document(xmlReadMemory(
      xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_HUGE));
  if (document && xmlGetIntSubset(document.get()) != nullptr) return nullptr;
  return document;
}

bool IsNamed(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && View(node->name) == name;
}

std::string TextOf(const xmlNode* node) {
  const std::unique_ptr<xmlChar, FreeXml> content(xmlNodeGetContent(node));
  return std::string(View(content.get()));
}

void EachChild(const xmlNode* node, const std::function<void(const xmlNode*)>& use) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) use(child);
  }
}

/// The text of the first child of that name.
std::string ChildText(const xmlNode* node, std::string_view name) {
  std::string text;
  EachChild(node, [&](const xmlNode* child) {
    if (text.empty() && IsNamed(child, name)) text = NormalizeText(TextOf(child));
  });
  return text;
}

/// The names of all elements below, at any depth.
void NamesBelow(const xmlNode* node, std::set<std::string>& names) {
  EachChild(node, [&](const xmlNode* child) {
    names.emplace(View(child->name));
    NamesBelow(child, names);
  });
}

/// "HTTP/1.1 404 Not Found".
int StatusOf(const std::string& line) {
  int status = 0;
  if (const std::size_t space = line.find(' '); space != std::string::npos)
    std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status;
}

void TakeComponents(const xmlNode* property, std::set<std::string>& components) {
  EachChild(property, [&](const xmlNode* component) {
    const std::unique_ptr<xmlChar, FreeXml> name(
        xmlGetNoNsProp(component, reinterpret_cast<const xmlChar*>("name")));
    components.emplace(View(name.get()));
  });
}

void TakeProperty(const xmlNode* property, Resource& resource) {
  const std::string_view name = View(property->name);
  if (name == "getetag") resource.etag = NormalizeText(TextOf(property));
  if (name == "address-data" || name == "calendar-data") resource.text = TextOf(property);
  if (name == "displayname") resource.name = NormalizeText(TextOf(property));
  if (name == "resourcetype") NamesBelow(property, resource.types);
  if (name == "current-user-privilege-set") NamesBelow(property, resource.privileges);
  if (name == "supported-report-set") NamesBelow(property, resource.reports);
  if (name == "supported-calendar-component-set") TakeComponents(property, resource.components);
  if (name == "current-user-principal") resource.principal = ChildText(property, "href");
  if (name == "addressbook-home-set" || name == "calendar-home-set")
    resource.home = ChildText(property, "href");
}

Resource ResourceOf(const xmlNode* response) {
  Resource resource;
  resource.href = ChildText(response, "href");
  if (const std::string status = ChildText(response, "status"); !status.empty())
    resource.status = StatusOf(status);
  EachChild(response, [&](const xmlNode* propstat) {
    if (!IsNamed(propstat, "propstat") || StatusOf(ChildText(propstat, "status")) != 200) return;
    EachChild(propstat, [&](const xmlNode* prop) {
      if (!IsNamed(prop, "prop")) return;
      EachChild(prop, [&](const xmlNode* property) { TakeProperty(property, resource); });
    });
  });
  return resource;
}

}  // namespace

Result<Multistatus> ParseMultistatus(std::string_view xml) {
  const Document document = Parse(xml);
  const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr || !IsNamed(root, "multistatus"))
    return Error{ErrorCode::kUnreadable,
                 std::string(Tr("The server's answer isn't one of a CardDAV or CalDAV server."))};
  Multistatus answer;
  EachChild(root, [&](const xmlNode* child) {
    if (IsNamed(child, "sync-token")) answer.sync_token = NormalizeText(TextOf(child));
    if (!IsNamed(child, "response")) return;
    Resource resource = ResourceOf(child);
    if (resource.status == 507) {
      answer.is_cut_short = true;
    } else {
      answer.resources.push_back(std::move(resource));
    }
  });
  return answer;
}

bool HasErrorElement(std::string_view xml, std::string_view name) {
  const Document document = Parse(xml);
  const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  std::set<std::string> names;
  if (root != nullptr) NamesBelow(root, names);
  return names.contains(std::string(name));
}

std::string XmlText(std::string_view text) {
  const std::unique_ptr<xmlChar, FreeXml> escaped(
      xmlEncodeSpecialChars(nullptr, reinterpret_cast<const xmlChar*>(std::string(text).c_str())));
  return std::string(View(escaped.get()));
}

}  // namespace kith::exchange::dav
