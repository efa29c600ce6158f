namespace CognitoPools.Roles;

/// <summary>Finds weaknesses in the statements that admit a request.</summary>
internal sealed class TrustFindings(TrustPolicy policy, TrustRequest request)
{
    private bool ForGuests => request.IdentityType == PoolIdentityType.Guest;

    /// <summary>The findings, given the policy's answer to the request.</summary>
    public IEnumerable<TrustFinding> All(PoolRoleTrust answer)
    {
        var matches = policy.Match(request, TrustRequest.AssumeAction);
        foreach (var match in matches)
        {
            if (match.Statement.Allows && (match.Matches || (match.IsUndecided && answer == PoolRoleTrust.Conditional)))
            {
                foreach (var finding in Audience(match.Statement).Concat(Amr(match.Statement))
                    .Concat(Principals(match.Statement)))
                {
                    yield return finding;
                }
                continue;
            }
            if (match.IsUndecided && answer != PoolRoleTrust.Conditional)
            {
                var open = string.Join("; ", match.Undecided.Select(condition => condition.NotEvaluated));
                yield return new(
                    TrustFinding.NotEvaluated,
                    $"{match.Statement.Label} may also {(match.Statement.Allows ? "allow" : "deny")} the request: {open}.",
                    match.Statement);
            }
            if (match.Statement.Allows && answer is PoolRoleTrust.Trusted or PoolRoleTrust.Conditional)
            {
                foreach (var finding in Others(match))
                    yield return finding;
            }
        }
    }

    /// <summary>The users that a statement admits although the request does not need it.</summary>
    private IEnumerable<TrustFinding> Others(StatementMatch match)
    {
        var statement = match.Statement;
        if (match.Principal && match.ConcernsAction)
        {
            foreach (var finding in Audience(statement))
                yield return finding;
            if (!ForGuests && Admits(statement, PoolIdentityType.Guest))
                yield return new(TrustFinding.AdmitsGuests, $"{statement.Label} admits guests of the pool.", statement);
        }
        foreach (var finding in Principals(statement))
            yield return finding;
    }

    private IEnumerable<TrustFinding> Audience(TrustStatement statement)
    {
        if (statement.Conditions.Count == 0)
        {
            yield return new(
                TrustFinding.NoCondition,
                $"{statement.Label} has no condition, so the users of any pool can assume the role, including guests.",
                statement);
            yield break;
        }
        var key = request.KeyOf("aud");
        var audience = statement.Conditions.Where(condition => condition.IsFor(key)
            && condition.Parsed.Kind == ConditionOperatorKind.Text).ToList();
        if (audience.Count == 0)
        {
            yield return new(
                TrustFinding.NoAudience,
                $"{statement.Label} has no condition on '{key}', so users of any pool of the account can assume the role.",
                statement);
            yield break;
        }
        if (audience.SelectMany(condition => condition.Values).Select(VariableIn).FirstOrDefault(found => found is not null)
            is { } variable)
        {
            yield return new(
                TrustFinding.AudienceWildcard,
                $"{statement.Label} compares '{key}' with the policy variable '{variable}'. Use the pool's id instead.", statement);
            yield break;
        }
        var pools = policy.PoolsOf(statement, request.Partition);
        if (!audience.Exists(condition => condition.Parsed.Demands))
        {
            yield return new(
                TrustFinding.AudienceWildcard,
                $"{statement.Label} does not bind '{key}' to a pool ({string.Join("; ", audience)}). Use StringEquals with the pool's "
                    + "id.",
                statement);
        }
        else if (pools.FirstOrDefault(IsPattern) is { } pattern)
        {
            yield return new(
                TrustFinding.AudienceWildcard,
                $"{statement.Label} accepts every pool whose id matches '{pattern}'. Use StringEquals with the pool's id.",
                statement);
        }
        var others = pools.Where(pool => pool != request.Audience && !IsPattern(pool)).ToList();
        if (others.Count > 0)
            yield return new(TrustFinding.OtherPool, $"{statement.Label} also accepts {string.Join(", ", others)}.", statement);
    }

    private IEnumerable<TrustFinding> Amr(TrustStatement statement)
    {
        var key = request.KeyOf("amr");
        var amr = statement.Conditions.Where(condition => condition.IsFor(key)).ToList();
        if (amr.Count == 0)
        {
            var who = ForGuests
                ? "authenticated users can assume the role of guests"
                : "guests can assume the role of authenticated users in the basic flow";
            yield return new(TrustFinding.NoAmr, $"{statement.Label} has no condition on '{key}', so {who}.", statement);
        }
        else if (!ForGuests && Admits(statement, PoolIdentityType.Guest))
        {
            var pattern = amr.SelectMany(condition => condition.Values).FirstOrDefault(IsPattern);
            yield return pattern is null
                ? new(TrustFinding.AdmitsGuests, $"{statement.Label} also admits guests: {string.Join("; ", amr)}.", statement)
                : new(
                    TrustFinding.AmrWildcard,
                    $"{statement.Label} also admits guests, because its amr '{pattern}' also matches 'unauthenticated'.",
                    statement);
        }
    }

    private IEnumerable<TrustFinding> Principals(TrustStatement statement)
    {
        var others = statement.Principals.Where(
            principal => principal != new TrustPrincipal(TrustPrincipal.Federated, request.Partition.CognitoPrincipal))
            .ToList();
        if (others.Count > 0)
        {
            yield return new(
                TrustFinding.ExtraPrincipal, $"{statement.Label} also trusts {string.Join(", ", others)}.", statement);
        }
        if (statement.NotPrincipals.Count > 0)
        {
            yield return new(
                TrustFinding.ExtraPrincipal,
                $"{statement.Label} trusts everyone except {string.Join(", ", statement.NotPrincipals)}.", statement);
        }
    }

    private string? VariableIn(string value) => new PolicyPattern(value, wildcards: true, policy.HasVariables).Variable;

    private static bool IsPattern(string value) => value.IndexOfAny(['*', '?']) >= 0;

    private bool Admits(TrustStatement statement, PoolIdentityType identityType) =>
        StatementMatch.Of(
            statement, TrustRequest.ForPool(request.Partition, request.Audience, identityType),
            TrustRequest.AssumeAction, policy.HasVariables) is { } match
            && (match.Matches || match.IsUndecided);
}
