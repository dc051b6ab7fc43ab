// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/server.h"

#include "core/language.h"

namespace kith::exchange::dav {
namespace {

constexpr int kMostRedirects = 5;

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error WrongPassword(const std::string& server) {
  return {ErrorCode::kPermissionDenied,
          Filled(Tr("{0} doesn't accept the user and password. Give them again. Some servers want an app "
                    "password."),
                 {server})};
}

}  // namespace

std::map<std::string, std::string> XmlHeaders(const std::string& depth) {
  std::map<std::string, std::string> headers = {{"Content-Type", "application/xml; charset=utf-8"}};
  if (!depth.empty()) headers["Depth"] = depth;
  return headers;
}

std::string XmlDocument(const std::string& element, const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + element +
         " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:carddav\" "
         "xmlns:L=\"urn:ietf:params:xml:ns:caldav\">" +
         body + "</" + element + ">";
}

Error StatusError(const HttpAnswer& answer, const std::string& server) {
  const std::string number = std::to_string(answer.status);
  if (answer.status == 401) return WrongPassword(server);
  if (answer.status == 403)
    return {ErrorCode::kPermissionDenied, Filled(Tr("{0} doesn't allow that (403)."), {server}),
            answer.body.substr(0, 300)};
  if (answer.status == 404)
    return {ErrorCode::kNotFound, Filled(Tr("{0} has nothing at that address (404)."), {server})};
  if (answer.status == 507)
    return {ErrorCode::kStorageFull, Filled(Tr("{0} has no room left (507)."), {server})};
  if (answer.status >= 500)
    return {ErrorCode::kSourceLost,
            Filled(Tr("{0} is in trouble ({1}). Try again later."), {server, number})};
  return {ErrorCode::kUnreadable, Filled(Tr("{0} answered with the status {1}."), {server, number}),
          answer.body.substr(0, 300)};
}

Result<Server::Answered> Server::Ask(HttpRequest request) {
  for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
    Result<HttpAnswer> answer = http_.Send(request, stop_);
    if (!answer) return answer.error();
    const Result<WebAddress> here = ParseWebAddress(request.url);
    if (!here) return here.error();
    if (answer->status == 401) return StatusError(*answer, here->host);
    if (!IsRedirect(answer->status)) return Answered{*here, *std::move(answer)};
    const Result<WebAddress> there = Resolve(*here, answer->Header("location"));
    if (!there) return there.error();
    if (here->is_encrypted() && !there->is_encrypted()) {
      return Error{
          ErrorCode::kNotAllowed,
          Filled(Tr("{0} leads to an address without encryption. Nothing was sent there."), {here->host})};
    }
    request.url = there->Text();
  }
  return Error{ErrorCode::kUnreadable,
               std::string(Tr("The server leads from one address to the next without end."))};
}

Result<Server::Found> Server::Find(const WebAddress& address, const std::string& properties,
                                   const std::string& depth) {
  const std::string body = XmlDocument("D:propfind", "<D:prop>" + properties + "</D:prop>");
  const Result<Answered> answered = Ask({"PROPFIND", address.Text(), body, XmlHeaders(depth)});
  if (!answered) return answered.error();
  if (answered->answer.status != 207) return StatusError(answered->answer, answered->address.host);
  Result<Multistatus> parsed = ParseMultistatus(answered->answer.body);
  if (!parsed) return parsed.error();
  return Found{answered->address, *std::move(parsed)};
}

Result<void> Server::Make(const WebAddress& address, Service service, const std::string& name) {
  const std::string display = "<D:displayname>" + XmlText(name) + "</D:displayname>";
  HttpRequest request{"MKCOL", address.Text(), {}, XmlHeaders()};
  if (service == Service::kContacts) {
    request.body = XmlDocument(
        "D:mkcol", "<D:set><D:prop><D:resourcetype><D:collection/><C:addressbook/></D:resourcetype>" +
                       display + "</D:prop></D:set>");
  } else {
    request.method = "MKCALENDAR";
    request.body =
        XmlDocument("L:mkcalendar", "<D:set><D:prop>" + display +
                                        "<L:supported-calendar-component-set><L:comp name=\"VTODO\"/>"
                                        "</L:supported-calendar-component-set></D:prop></D:set>");
  }
  const Result<Answered> answered = Ask(request);
  if (!answered) return answered.error();
  if (!answered->answer.ok()) return StatusError(answered->answer, address.host);
  return {};
}

}  // namespace kith::exchange::dav
