// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/web_address.h"

#include <charconv>
#include <memory>

#include <curl/curl.h>

#include "core/language.h"
#include "core/text.h"

namespace kith::exchange::dav {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::string Part(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK || text == nullptr) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

Result<WebAddress> AddressOf(const Url& url) {
  if (!Part(url, CURLUPART_USER).empty() || !Part(url, CURLUPART_PASSWORD).empty()) {
    return Error{
        ErrorCode::kInvalidInput,
        std::string(Tr("The address has a user or password in it. Leave them out; Kith asks for them."))};
  }
  WebAddress address;
  address.scheme = Part(url, CURLUPART_SCHEME);
  if (address.scheme != "https" && address.scheme != "http")
    return Error{ErrorCode::kInvalidInput, std::string(Tr("An address of a server begins with https://."))};
  address.host = LowerCase(Part(url, CURLUPART_HOST));
  const std::string port = Part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), address.port);
  address.path = Part(url, CURLUPART_PATH);
  if (const std::string query = Part(url, CURLUPART_QUERY); !query.empty()) address.path += "?" + query;
  return address;
}

}  // namespace

std::string WebAddress::Text() const {
  const bool usual = port == (is_encrypted() ? 443 : 80);
  return scheme + "://" + host + (usual ? "" : ":" + std::to_string(port)) + path;
}

Result<WebAddress> ParseWebAddress(std::string_view text) {
  const Url url(curl_url());
  const std::string full =
      text.find("://") == std::string_view::npos ? "https://" + std::string(text) : std::string(text);
  if (curl_url_set(url.get(), CURLUPART_URL, full.c_str(), 0) != CURLUE_OK)
    return Error{ErrorCode::kInvalidInput,
                 std::string(Tr("That isn't the address of a server. One begins with https://."))};
  return AddressOf(url);
}

Result<WebAddress> Resolve(const WebAddress& base, const std::string& reference) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, base.Text().c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), 0) != CURLUE_OK)
    return Error{ErrorCode::kUnreadable, std::string(Tr("The server named an address that is none."))};
  return AddressOf(url);
}

std::string PathKey(const std::string& reference) {
  std::string path = reference;
  if (const std::size_t scheme = path.find("://"); scheme != std::string::npos) {
    const std::size_t slash = path.find('/', scheme + 3);
    path = slash == std::string::npos ? "/" : path.substr(slash);
  }
  int length = 0;
  if (char* const plain = curl_easy_unescape(nullptr, path.c_str(), static_cast<int>(path.size()), &length)) {
    path.assign(plain, static_cast<std::size_t>(length));
    curl_free(plain);
  }
  while (path.size() > 1 && path.back() == '/')
    path.pop_back();
  return path;
}

}  // namespace kith::exchange::dav
