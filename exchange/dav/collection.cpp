// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/collection.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kith::exchange::dav {
namespace {

constexpr std::size_t kFetchedAtOnce = 50;

/// Also of a UID that the server has at another place.
bool IsStatusOfChange(int status) {
  return status == 412 || status == 409;
}

}  // namespace

std::string Collection::HrefFor(const std::string& name) const {
  return address_.path + name + (service_ == Service::kContacts ? ".vcf" : ".ics");
}

Result<Listing> Collection::List(const std::string& token) {
  for (const std::string& since : {token, std::string()}) {
    Result<std::optional<Listing>> listing = ListChanges(since);
    if (!listing) return listing.error();
    if (*listing) return **std::move(listing);
    if (since.empty()) break;
  }
  return ListAll();
}

Result<std::optional<Listing>> Collection::ListChanges(const std::string& token) {
  Listing listing;
  listing.is_all = token.empty();
  listing.token = token;
  while (true) {
    const std::string body = "<D:sync-token>" + XmlText(listing.token) +
                             "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>";
    const auto answered =
        server_.Ask({"REPORT", address_.Text(), XmlDocument("D:sync-collection", body), XmlHeaders("0")});
    if (!answered) return answered.error();
    const HttpAnswer& answer = answered->answer;
    if (answer.status == 404) return StatusError(answer, address_.host);
    // What a server without it, or for whom the token means nothing any more, says.
    if (answer.status >= 400 && answer.status < 500) return std::optional<Listing>();
    if (answer.status == 501) return std::optional<Listing>();
    if (answer.status != 207) return StatusError(answer, address_.host);
    const Result<Multistatus> parsed = ParseMultistatus(answer.body);
    if (!parsed) return parsed.error();
    Take(*parsed, listing);
    if (!parsed->is_cut_short || parsed->sync_token.empty() || parsed->sync_token == listing.token) {
      listing.token = parsed->sync_token;
      return std::optional(std::move(listing));
    }
    listing.token = parsed->sync_token;
  }
}

Result<Listing> Collection::ListAll() {
  const auto found = server_.Find(address_, "<D:getetag/><D:resourcetype/>", "1");
  if (!found) return found.error();
  Listing listing;
  listing.is_all = true;
  Take(found->answer, listing);
  return listing;
}

void Collection::Take(const Multistatus& answer, Listing& listing) const {
  const std::string itself = PathKey(address_.path);
  for (const Resource& resource : answer.resources) {
    const std::string key = PathKey(resource.href);
    if (key == itself || resource.types.contains("collection")) continue;
    if (resource.status == 404) {
      listing.there.erase(key);
      listing.gone.push_back(key);
    } else {
      std::erase(listing.gone, key);
      listing.there[key] = {resource.href, resource.etag};
    }
  }
}

Result<std::map<std::string, Resource>> Collection::Fetch(std::span<const std::string> hrefs) {
  const bool is_cards = service_ == Service::kContacts;
  std::vector<HttpRequest> requests;
  for (std::size_t begin = 0; begin < hrefs.size(); begin += kFetchedAtOnce) {
    std::string body = "<D:prop><D:getetag/>";
    body += is_cards ? "<C:address-data/></D:prop>" : "<L:calendar-data/></D:prop>";
    for (const std::string& href : hrefs.subspan(begin, std::min(kFetchedAtOnce, hrefs.size() - begin)))
      body += "<D:href>" + XmlText(href) + "</D:href>";
    requests.push_back({"REPORT", address_.Text(),
                        XmlDocument(is_cards ? "C:addressbook-multiget" : "L:calendar-multiget", body),
                        XmlHeaders("1")});
  }
  std::map<std::string, Resource> fetched;
  for (const Result<HttpAnswer>& answer : server_.AskAll(requests)) {
    if (!answer) return answer.error();
    if (answer->status != 207) return StatusError(*answer, address_.host);
    Result<Multistatus> parsed = ParseMultistatus(answer->body);
    if (!parsed) return parsed.error();
    for (Resource& resource : parsed->resources) {
      if (resource.status == 200 && !resource.text.empty()) {
        std::string key = PathKey(resource.href);
        fetched.emplace(std::move(key), std::move(resource));
      }
    }
  }
  return fetched;
}

std::vector<Written> Collection::WriteAll(std::span<const Write> writes) {
  std::vector<HttpRequest> requests;
  for (const Write& write : writes) {
    const Result<WebAddress> address = Resolve(address_, write.href);
    HttpRequest request{write.text.empty() ? "DELETE" : "PUT", address ? address->Text() : write.href,
                        write.text};
    if (!write.text.empty()) {
      request.headers["Content-Type"] =
          service_ == Service::kContacts ? "text/vcard; charset=utf-8" : "text/calendar; charset=utf-8";
    }
    if (!write.etag.empty()) {
      request.headers["If-Match"] = write.etag;
    } else if (!write.text.empty()) {
      request.headers["If-None-Match"] = "*";
    }
    requests.push_back(std::move(request));
  }
  const std::vector<Result<HttpAnswer>> answers = server_.AskAll(requests);
  std::vector<Written> written;
  for (std::size_t i = 0; i < writes.size(); ++i)
    written.push_back(OutcomeOf(writes[i], answers[i]));
  return written;
}

Written Collection::OutcomeOf(const Write& write, const Result<HttpAnswer>& answer) const {
  using Outcome = Written::Outcome;
  if (!answer) {
    const bool was_sent = answer.error().code != ErrorCode::kNotAllowed;
    return {was_sent ? Outcome::kUnknown : Outcome::kRefused, {}, answer.error()};
  }
  if (answer->ok()) return {Outcome::kDone, answer->Header("etag")};
  const bool is_gone = answer->status == 404 || answer->status == 410;
  if (write.text.empty() && is_gone) return {Outcome::kDone};
  if (IsStatusOfChange(answer->status)) return {Outcome::kChangedThere};
  const bool is_fatal = answer->status == 401 || answer->status >= 500;
  return {is_fatal ? Outcome::kUnknown : Outcome::kRefused, {}, StatusError(*answer, address_.host)};
}

}  // namespace kith::exchange::dav
