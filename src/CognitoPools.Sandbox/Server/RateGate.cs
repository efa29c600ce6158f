namespace CognitoPools.Sandbox.Server;

/// <summary>One token bucket for each operation and Region, which fills at the rate up to one second's calls.</summary>
internal sealed class RateGate(TimeProvider clock)
{
    private readonly object gate = new();
    private readonly Dictionary<(string Region, string Operation), Bucket> buckets = [];

    public bool Admits(string region, string operation, double rate)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var capacity = Math.Max(1, rate);
            var bucket = buckets.TryGetValue((region, operation), out var known) ? known : new Bucket(capacity, now);
            // A clock that is set back must not drain the bucket.
            var elapsed = Math.Max(0, (now - bucket.Time).TotalSeconds);
            var tokens = Math.Min(capacity, bucket.Tokens + elapsed * rate);
            var admitted = tokens >= 1;
            buckets[(region, operation)] = new Bucket(admitted ? tokens - 1 : tokens, now);
            return admitted;
        }
    }

    public void Reset()
    {
        lock (gate)
            buckets.Clear();
    }

    private readonly record struct Bucket(double Tokens, DateTimeOffset Time);
}
