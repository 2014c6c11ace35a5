#!/bin/sh
# Trains the models of org.imprimatur.analyzer.meaning on the drafts beside this file and prints how they do.
#   analyzer/src/tables/train.sh            after `mvn package`, in the root of the repository; half an hour on two free cores
#   analyzer/src/tables/train.sh weigh      only weighs anew, with the encoder as it is: after a change of the rules
set -eu
here=analyzer/src/tables
work=analyzer/target/training
models=analyzer/src/main/resources/org/imprimatur/analyzer/meaning
mkdir -p "$work/classes"
[ -d "$work/lib" ] || mvn -B -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$PWD/$work/lib"
CLASSPATH="$work/classes:analyzer/target/classes:standalone/target/lib/*:$work/lib/*"
export CLASSPATH
javac -proc:none -d "$work/classes" "$here"/java/training/*.java
if [ "${1:-all}" = all ]; then
  java -Xmx4g -Dai.djl.pytorch.num_threads=1 EncoderTraining "$here/drafts" "$models/encoder.z" "$here/unseen.tsv"
fi
java -Xmx2g Weighing "$here/drafts" "$here/unseen.tsv" "$models/holds.z"
