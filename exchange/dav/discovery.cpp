// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/discovery.h"

#include <optional>
#include <vector>

#include "core/language.h"
#include "core/text.h"

namespace kith::exchange::dav {
namespace {

constexpr const char* kWho = "<D:current-user-principal/><D:resourcetype/><D:displayname/>";
constexpr const char* kWhatIsThere =
    "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/><L:supported-calendar-component-set/>";

struct Candidate {
  WebAddress address;
  Resource resource;
};

bool IsCollectionFor(const Resource& resource, Service service) {
  if (service == Service::kContacts) return resource.types.contains("addressbook");
  return resource.types.contains("calendar") &&
         (resource.components.empty() || resource.components.contains("VTODO"));
}

bool IsWritable(const Resource& resource) {
  const auto& may = resource.privileges;
  return may.empty() || may.contains("write") || may.contains("write-content") || may.contains("all");
}

WebAddress AsFolder(WebAddress address) {
  if (!address.path.ends_with('/')) address.path += '/';
  return address;
}

class Discovery {
 public:
  Discovery(Server& server, Service service, std::string name)
      : server_(server), service_(service), name_(std::move(name)) {}

  Result<Place> Run(const WebAddress& given, bool may_make) {
    Result<std::optional<Place>> place = LookAt(given);
    if (!place) return place.error();
    if (*place) return **place;
    if (!principal_) {
      if (auto known = AskWellKnown(given); !known) return known.error();
    }
    const Result<WebAddress> home = Home();
    if (!home) return home.error();
    return Choose(*home, may_make);
  }

 private:
  /// The place, if the address is that of a collection; else who is logged in is noted, if the server says.
  Result<std::optional<Place>> LookAt(const WebAddress& address) {
    const Result<Server::Found> found = server_.Find(address, kWho, "0");
    if (!found) {
      // Many servers have nothing at the address that people know; what is well known is asked next.
      const ErrorCode code = found.error().code;
      if (code == ErrorCode::kNotFound || code == ErrorCode::kUnreadable) return std::optional<Place>();
      return found.error();
    }
    for (const Resource& resource : found->answer.resources) {
      if (IsCollectionFor(resource, service_))
        return std::optional(Place{AsFolder(found->address), resource.name});
      if (resource.principal.empty()) continue;
      const Result<WebAddress> principal = Resolve(found->address, resource.principal);
      if (!principal) return principal.error();
      principal_ = *principal;
    }
    return std::optional<Place>();
  }

  Result<void> AskWellKnown(WebAddress address) {
    for (const char* const path :
         {service_ == Service::kContacts ? "/.well-known/carddav" : "/.well-known/caldav", "/"}) {
      address.path = path;
      const Result<std::optional<Place>> looked = LookAt(address);
      if (!looked) return looked.error();
      if (principal_) return {};
    }
    return Error{ErrorCode::kNotFound,
                 Filled(service_ == Service::kContacts
                            ? Tr("There is no CardDAV server at {0} that says where your address books are. "
                                 "Give the address of the collection itself.")
                            : Tr("There is no CalDAV server at {0} that says where your calendars are. Give "
                                 "the address of the collection itself."),
                        {address.host})};
  }

  Result<WebAddress> Home() {
    const Result<Server::Found> found = server_.Find(
        *principal_, service_ == Service::kContacts ? "<C:addressbook-home-set/>" : "<L:calendar-home-set/>",
        "0");
    if (!found) return found.error();
    for (const Resource& resource : found->answer.resources) {
      if (!resource.home.empty()) return Resolve(found->address, resource.home);
    }
    return Error{ErrorCode::kNotFound,
                 Filled(service_ == Service::kContacts
                            ? Tr("{0} has no address books for this user. It may not speak CardDAV.")
                            : Tr("{0} has no calendars for this user. It may not speak CalDAV."),
                        {principal_->host})};
  }

  Result<Place> Choose(const WebAddress& home, bool may_make) {
    const Result<Server::Found> found = server_.Find(AsFolder(home), kWhatIsThere, "1");
    if (!found) return found.error();
    std::vector<Candidate> candidates;
    for (const Resource& resource : found->answer.resources) {
      if (!IsCollectionFor(resource, service_) || !IsWritable(resource)) continue;
      const Result<WebAddress> address = Resolve(found->address, resource.href);
      if (!address) return address.error();
      candidates.push_back({AsFolder(*address), resource});
    }
    for (const Candidate& candidate : candidates) {
      if (FoldText(candidate.resource.name) == FoldText(name_)) return Place{candidate.address, name_};
    }
    return Make(AsFolder(found->address), candidates, may_make);
  }

  Result<Place> Make(const WebAddress& home, const std::vector<Candidate>& candidates, bool may_make) {
    WebAddress address = home;
    address.path += FoldToAlnum(name_) + "/";
    if (!may_make) return Place{address, name_, false, true};
    const Result<void> made = server_.Make(address, service_, name_);
    if (made) return Place{address, name_, true};
    // An earlier run's answer may have been lost, or it is there under another name.
    if (const auto there = LookAt(address); there && *there) return **there;
    if (candidates.size() == 1) return Place{candidates.front().address, candidates.front().resource.name};
    if (candidates.empty()) return made.error();
    std::string text =
        Filled(Tr("{0} lets Kith make no collection of its own. Choose one by its address:"), {home.host});
    for (const Candidate& candidate : candidates)
      text += "\n  " + candidate.address.Text() + "  " + candidate.resource.name;
    return Error{ErrorCode::kInvalidInput, text};
  }

  Server& server_;
  Service service_;
  std::string name_;
  std::optional<WebAddress> principal_;
};

}  // namespace

Result<Place> FindPlace(Server& server, const WebAddress& given, Service service, const std::string& name,
                        bool may_make) {
  return Discovery(server, service, name).Run(given, may_make);
}

}  // namespace kith::exchange::dav
