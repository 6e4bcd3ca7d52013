# Reads TAP with Perl's own parser, the one of prove, and writes what it understood as JSON.
#
#     perl tap.pl FILE
#
# An object with the results in order (`ok`, `name` and what the block of YAML said) and everything
# that the parser found wrong.
use strict;
use warnings;
use JSON::PP;
use TAP::Parser;

open my $file, '<:encoding(UTF-8)', $ARGV[0] or die "$ARGV[0]: $!";
my $text = do { local $/; <$file> };
my $parser = TAP::Parser->new({tap => $text, version => 13});
my @results;
my @unknown;
while (my $result = $parser->next) {
  if ($result->is_test) {
    push @results, {ok => $result->is_ok ? JSON::PP::true : JSON::PP::false,
                    name => $result->description, block => undef};
  } elsif ($result->is_yaml) {
    $results[-1]{block} = $result->data;
  } elsif (!$result->is_plan && !$result->is_version) {
    push @unknown, $result->as_string;
  }
}
print JSON::PP->new->ascii->encode({
  results => \@results,
  planned => 0 + ($parser->tests_planned // 0),
  errors => [$parser->parse_errors, @unknown],
});
