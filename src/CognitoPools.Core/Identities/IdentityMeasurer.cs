using CognitoPools.Account;

namespace CognitoPools.Identities;

/// <summary>Counts the identities of a pool in one pass. Memory does not grow with their number.</summary>
/// <param name="connection">The account.</param>
/// <param name="reporter">Receives the progress.</param>
public sealed class IdentityMeasurer(AccountConnection connection, IReporter reporter)
{
    /// <summary>Counts.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="forms">Distinguishes the kinds of providers.</param>
    /// <param name="filter">What <see cref="PoolIdentityMeasurement.Matching"/> counts.</param>
    /// <param name="countDisabled">Whether to count the disabled ones too, with a second pass over the enabled ones.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public async Task<PoolIdentityMeasurement> MeasureAsync(
        string identityPoolId, LoginForms forms, IdentityFilter filter,
        bool countDisabled, CancellationToken cancellationToken)
    {
        var lister = new IdentityLister(connection, reporter);
        var now = connection.TimeProvider.GetUtcNow();
        var (created, modified) = (new AgeTally(now), new AgeTally(now));
        var days = new DayTally();
        var providers = new Dictionary<string, long>(StringComparer.Ordinal);
        var (total, guests, matching) = (0L, 0L, 0L);
        await foreach (var page in lister.PagesAsync(
            identityPoolId, "Measuring identities", hideDisabled: false, cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var identity in page)
            {
                var guest = identity.Logins is not { Count: > 0 };
                total++;
                if (guest)
                    guests++;
                if (filter.Fits(identity))
                    matching++;
                created.Add(identity.CreationDate, guest);
                days.Add(identity.CreationDate, guest);
                modified.Add(identity.LastModifiedDate, guest);
                foreach (var login in identity.Logins ?? [])
                    providers[login] = (providers.TryGetValue(login, out var count) ? count : 0) + 1;
            }
        }

        var enabled = countDisabled
            ? await CountEnabledAsync(lister, identityPoolId, total, cancellationToken).ConfigureAwait(false)
            : (long?)null;
        return new PoolIdentityMeasurement
        {
            IdentityPoolId = identityPoolId,
            Time = now.LocalDateTime,
            Total = total,
            Guests = guests,
            Authenticated = total - guests,
            // Users who sign up between the two passes can make the second count higher than the first.
            Disabled = enabled is { } known ? Math.Max(0, total - known) : null,
            Matching = filter.IsAll ? null : matching,
            Providers = [.. providers.OrderByDescending(provider => provider.Value)
                .ThenBy(provider => provider.Key, StringComparer.Ordinal)
                    .Select(provider => new PoolIdentityProviderCount(
                        forms.TypeOf(provider.Key), provider.Key, provider.Value, (double)provider.Value / total))],
            Created = created.Rows(total),
            Modified = modified.Rows(total),
            Days = days.Rows(),
            OldestCreation = created.First,
            NewestCreation = created.Last,
            OldestModification = modified.First,
            NewestModification = modified.Last,
        };
    }

    private static async Task<long> CountEnabledAsync(
        IdentityLister lister, string identityPoolId, long total, CancellationToken cancellationToken)
    {
        var enabled = 0L;
        await foreach (var page in lister.PagesAsync(
            identityPoolId, "Counting enabled identities", hideDisabled: true,
            cancellationToken, listed => Math.Max(0, total - listed))
            .ConfigureAwait(false))
        {
            enabled += page.Count;
        }

        return enabled;
    }
}
