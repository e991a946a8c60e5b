using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Peers.Contest;

/// <summary>Two contestants in turn, A B, B A, A B, …, and the medians. A ratio is their time over ours: above 1 we are faster.</summary>
internal static class Duel
{
    /// <summary>Throughput: seconds of a call.</summary>
    public static (double Ours, double Theirs, double Ratio) Turns(Opponent ours, Opponent theirs, double seconds) =>
        Judge(InTurn(ours, theirs, seconds, (opponent, turn) => opponent.Turn(turn)));

    /// <summary>Latency: seconds of the median call and of the 99th of 100.</summary>
    public static ((double Ours, double Theirs, double Ratio) Half, (double Ours, double Theirs, double Ratio) Most) Calls(
        Opponent ours, Opponent theirs, double seconds)
    {
        var rounds = InTurn(ours, theirs, seconds, (opponent, turn) => opponent.Calls(turn));
        return (
            Judge([.. rounds.Select(round => (round.Ours.Half, round.Theirs.Half))]),
            Judge([.. rounds.Select(round => (round.Ours.Most, round.Theirs.Most))]));
    }

    private static (T Ours, T Theirs)[] InTurn<T>(Opponent ours, Opponent theirs, double seconds, Func<Opponent, double, T> take)
    {
        var rounds = new (T Ours, T Theirs)[Measure.Repetitions(seconds, Math.Max(ours.CallSeconds, theirs.CallSeconds))];
        double turn = seconds / rounds.Length;
        for (int round = 0; round < rounds.Length; round++)
        {
            if (round % 2 == 0)
            {
                rounds[round].Ours = take(ours, turn);
                rounds[round].Theirs = take(theirs, turn);
            }
            else
            {
                rounds[round].Theirs = take(theirs, turn);
                rounds[round].Ours = take(ours, turn);
            }
        }

        return rounds;
    }

    private static (double Ours, double Theirs, double Ratio) Judge((double Ours, double Theirs)[] rounds) =>
        (Measure.Median(rounds.Select(round => round.Ours)),
        Measure.Median(rounds.Select(round => round.Theirs)),
        Measure.Median(rounds.Select(round => round.Theirs / round.Ours)));
}
