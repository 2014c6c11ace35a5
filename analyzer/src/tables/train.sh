#!/bin/sh
# Trains the models of org.imprimatur.analyzer.meaning on the drafts beside this file and prints how they do.
#   analyzer/src/tables/train.sh            after `mvn package`, in the root of the repository; some four hours on one free core, 16 GB of memory
#   analyzer/src/tables/train.sh weigh      only weighs anew, with the encoder as it is: after a change of the rules
set -eu
here=analyzer/src/tables
work=analyzer/target/training
# Left out of the first part, to learn how drafts of organizations score that were not seen.
later=kestrel,bellharbor,halden,fortmercer,openfield,lakeshore,twinfork,corwin
models=analyzer/src/main/resources/org/imprimatur/analyzer/meaning
mkdir -p "$work/classes"
[ -d "$work/lib" ] || mvn -B -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/$work/lib"
CLASSPATH="$work/classes:analyzer/target/classes:standalone/target/lib/*:$work/lib/*"
export CLASSPATH
javac -proc:none -d "$work/classes" "$here"/java/training/*.java
if [ "${1:-all}" = all ]; then
  java -Xmx12g -Dai.djl.pytorch.num_threads=1 EncoderTraining "$here/drafts" "$later" "$work/first.f32" "$models/encoder.z" "$here/unseen.tsv"
fi
java -Xmx2g Weighing "$here/drafts" "$here/unseen.tsv" "$models/holds.z"
