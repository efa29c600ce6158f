using CognitoPools.Account;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Core.Tests.Account;

public class RequestRateLimiterTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    [Fact]
    public void The_first_requests_do_not_wait_and_are_paid_back()
    {
        var times = Run(5, TimeSpan.FromSeconds(3), Enumerable.Repeat(TimeSpan.Zero, 40));
        Assert.Equal(5, times.Count(time => time == TimeSpan.Zero));
        Assert.Equal(1000, times[5].TotalMilliseconds, 10.0);
        Assert.Equal(1200, times[6].TotalMilliseconds, 10.0);
        Assert.InRange(times.Count, 15, 16);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.5)]
    [InlineData(5)]
    [InlineData(10)]
    public void Whenever_requests_come_no_second_sees_more_than_the_rate(double rate) =>
        Gen.Int[0, 1500].Array[1, 60].Sample(gaps =>
        {
            var at = TimeSpan.Zero;
            var times = Run(rate, TimeSpan.FromSeconds(20), gaps.Select(gap => at += TimeSpan.FromMilliseconds(gap / 10)));
            var most = times.Select(
                (first, index) => times.Skip(index).TakeWhile(time => time < first + TimeSpan.FromSeconds(1)).Count())
                .DefaultIfEmpty()
                .Max();
            // A permit that comes with the clock's next tick may share a second with one more than the rate.
            Assert.InRange(most, 0, (int)Math.Ceiling(rate) + 1);
        }, iter: 30);

    [Fact]
    public void Steady_demand_is_served_at_the_rate_though_timers_are_late()
    {
        // A coarse clock: each timer is late by up to 150 of the 200 ms between two permits.
        var times = Run(5, TimeSpan.FromSeconds(40), Enumerable.Repeat(TimeSpan.Zero, 1000), TimeSpan.FromMilliseconds(150));
        Assert.InRange(times.Count, 195, 202);
    }

    [Fact]
    public async Task Waiting_requests_are_served_in_order_and_a_cancelled_one_takes_no_permit()
    {
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(1, time);
        using var stop = new CancellationTokenSource();
        await limiter.AcquireAsync(CancellationToken.None);
        var cancelled = limiter.AcquireAsync(stop.Token).AsTask();
        var first = limiter.AcquireAsync(CancellationToken.None).AsTask();
        var second = limiter.AcquireAsync(CancellationToken.None).AsTask();
        Assert.Equal(3, limiter.Waiting);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        time.Advance(TimeSpan.FromSeconds(1));
        await first;
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task A_refusal_halves_the_rate_which_grows_back_to_what_is_set()
    {
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(10, time);
        var permit = await limiter.AcquireAsync(CancellationToken.None);
        limiter.Refused(permit);
        Assert.Equal(5, limiter.Rate);
        // Its companions of the same burst say nothing new.
        limiter.Refused(permit);
        Assert.Equal(5, limiter.Rate);

        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(7, limiter.Rate, 6);
        limiter.Refused(await limiter.AcquireAsync(CancellationToken.None));
        Assert.Equal(3.5, limiter.Rate, 6);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, limiter.Rate);
        Assert.Equal(10, limiter.Limit);
    }

    [Fact]
    public async Task However_often_the_service_refuses_the_rate_stays_above_a_twentieth()
    {
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(10, time);
        for (var refusal = 0; refusal < 20; refusal++)
        {
            var permit = limiter.AcquireAsync(CancellationToken.None).AsTask();
            while (limiter.Waiting > 0)
                time.Advance(TimeSpan.FromMilliseconds(10));
            limiter.Refused(await permit);
        }

        Assert.InRange(limiter.Rate, 0.5, 2);
    }

    [Fact]
    public async Task A_new_limit_holds_for_those_who_wait()
    {
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(0.1, time);
        await limiter.AcquireAsync(CancellationToken.None);
        var waiting = Enumerable.Range(0, 11).Select(_ => limiter.AcquireAsync(CancellationToken.None).AsTask()).ToList();
        limiter.Limit = 10;
        for (var passed = 0; passed < 11_500; passed += 50)
            time.Advance(TimeSpan.FromMilliseconds(50));
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>When each of the requests that come at the given times was let out, up to an end.</summary>
    private static List<TimeSpan> Run(double rate, TimeSpan end, IEnumerable<TimeSpan> arrivals, TimeSpan? tick = null)
    {
        var time = new FakeTimeProvider();
        var limiter = new RequestRateLimiter(rate, time);
        var coming = new Queue<TimeSpan>(arrivals);
        var times = new List<TimeSpan>();
        for (var now = TimeSpan.Zero; now <= end; now += tick ?? Tick)
        {
            for (; coming.TryPeek(out var next) && next <= now; coming.Dequeue())
                _ = limiter.AcquireAsync(CancellationToken.None).AsTask();
            times.AddRange(Enumerable.Repeat(now, (int)limiter.Granted - times.Count));
            time.Advance(tick ?? Tick);
        }

        return times;
    }
}
