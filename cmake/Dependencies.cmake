# SPDX-License-Identifier: Apache-2.0
# Every third-party library, found once here; the folders name the ones that they own.
# The Debian packages behind them are listed in packaging/apt-packages.txt.
find_package(PkgConfig REQUIRED)
find_package(Gettext REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs videoio calib3d)
find_package(dnnl REQUIRED)
find_package(JPEG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Protobuf REQUIRED)
find_package(Boost REQUIRED COMPONENTS locale)
find_package(OpenMP REQUIRED COMPONENTS CXX)
find_package(ZXing REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(date REQUIRED)
find_package(glfw3 REQUIRED)
find_package(Freetype REQUIRED)
find_package(OpenGL REQUIRED)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavcodec libavformat libavutil libswscale)
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract lept)
pkg_check_modules(PSL REQUIRED IMPORTED_TARGET libpsl)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)
find_package(CURL REQUIRED)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
# It asks for -D_LARGEFILE64_SOURCE, which g++ has anyway and a precompiled header without it can't be used with.
set_target_properties(PkgConfig::GMIME PROPERTIES INTERFACE_COMPILE_OPTIONS "")
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(SECRET REQUIRED IMPORTED_TARGET libsecret-1)
pkg_check_modules(NOTIFY REQUIRED IMPORTED_TARGET libnotify)
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo)

# libphonenumber and Dear ImGui ship neither a CMake nor a complete pkg-config file.
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
add_library(phonenumber::phonenumber UNKNOWN IMPORTED)
set_target_properties(phonenumber::phonenumber PROPERTIES
  IMPORTED_LOCATION ${PHONENUMBER_LIBRARY}
  INTERFACE_LINK_LIBRARIES protobuf::libprotobuf)

find_library(IMGUI_LIBRARY imgui REQUIRED)
find_path(IMGUI_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(STB_LIBRARY stb REQUIRED)
add_library(imgui::imgui STATIC IMPORTED)
set_target_properties(imgui::imgui PROPERTIES
  IMPORTED_LOCATION ${IMGUI_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${IMGUI_INCLUDE_DIR}
  INTERFACE_LINK_LIBRARIES "${STB_LIBRARY};Freetype::Freetype;glfw;OpenGL::GL;${CMAKE_DL_LIBS}")
