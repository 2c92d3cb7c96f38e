#!/bin/sh
# predeploy: CI builds the edition with stand-ins of three of Microsoft's packages where these cannot be restored (AzureSurface=Partly). Such a package
# would never read a queue, so it must not reach Azure. An archive or a folder named as an argument is looked into as well.
set -eu

refuse() { echo "$1 was built with stand-ins (AzureSurface) and is not to be deployed. Unset AzureSurface and package anew." >&2; exit 1; }

[ -z "${AzureSurface:-}" ] || refuse "This package"
for package in "$@"; do
  if [ -d "$package" ]; then
    [ ! -e "$package/AzureSurface.dll" ] || refuse "$package"
  elif unzip -l "$package" | grep -q ' AzureSurface\.dll$'; then
    refuse "$package"
  fi
done
