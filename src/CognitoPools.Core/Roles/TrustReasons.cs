using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Explains in plain words why a statement does not let a request in, and recognizes the usual
/// mistakes.</summary>
internal sealed class TrustReasons(TrustRequest request)
{
    private static readonly string[] Claims = ["aud", "amr", "sub"];

    private readonly AwsPartition partition = request.Partition;

    private string Users => request.IdentityType == PoolIdentityType.Guest ? "guests" : "authenticated users";

    // The id of a pool that does not exist yet is a placeholder, which means nothing to the reader.
    private bool IsNewPool => request.Audience == Placeholders.PoolId;

    private string Pool => IsNewPool ? "the new pool" : request.Audience;

    private string PoolId => IsNewPool ? "the id of the new pool" : $"the pool's id '{request.Audience}'";

    public string Allowed(TrustStatement statement) => $"{statement.Label} allows {Users} of {Pool} to assume the role.";

    public string Denied(StatementMatch match)
    {
        var conditions = match.Statement.Conditions;
        var matching = conditions.Count == 0 ? "" : $", because its conditions are met: {string.Join("; ", conditions)}";
        return $"{match.Statement.Label} denies {match.Action} to {Users} of {Pool}{matching}. A Deny overrides every Allow. "
            + "Change or remove this statement.";
    }

    /// <summary>The conditions on which the answer depends, by statement.</summary>
    public string Depends(IReadOnlyList<StatementMatch> undecided) => string.Join(
        " ",
        undecided.GroupBy(match => match.Statement.Number).Select(group => Depends(group.First())));

    /// <summary>The conditions that only the service can decide, each once.</summary>
    public static IReadOnlyList<string> Conditions(IEnumerable<StatementMatch> undecided) =>
    [
        .. undecided
            .SelectMany(match => match.Undecided, (match, result) => match.Statement.Allows
                ? result.Condition.ToString()
                : $"Deny if {result.Condition}")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Why no statement allows an action, and the statement that comes nearest.</summary>
    public (string Reason, TrustStatement? Nearest) NotAllowed(IReadOnlyList<StatementMatch> matches, string action)
    {
        var nearest = matches.Where(match => match.Statement.Allows
            && (match.Principal || PrincipalMistake(match.Statement) is not null))
            .OrderBy(match => match.Failures + (match.Principal ? 0 : 1))
            .ThenBy(match => match.Principal ? 0 : 1)
            .FirstOrDefault();
        if (nearest is null)
            return (NoStatement(matches), null);
        if (action == TrustRequest.TagAction && !nearest.ConcernsAction)
        {
            return (
                $"No statement allows {TrustRequest.TagAction}, which the pool's attribute mapping requires. Add it to the "
                    + $"actions of {LowerLabel(nearest.Statement)}.",
                nearest.Statement);
        }
        return ($"{nearest.Statement.Label}: {string.Join("; ", Failures(nearest))}.", nearest.Statement);
    }

    private static string LowerLabel(TrustStatement statement) => "s" + statement.Label.Substring(1);

    private static string Quoted(IEnumerable<string> values) => string.Join(" or ", values.Select(value => $"'{value}'"));

    private string Depends(StatementMatch match)
    {
        var conditions = string.Join(" and ", match.Undecided.Select(result => result.Condition));
        var open = string.Join("; ", match.Undecided.Select(result => result.NotEvaluated));
        var demand = match.Undecided.Skip(1).Any() ? "these conditions are met" : "this condition is met";
        return match.Statement.Allows
            ? $"{match.Statement.Label} allows {Users} of {Pool} to assume the role only if {demand}: {conditions}. "
                + $"Only AWS can decide this: {open}."
            : $"{match.Statement.Label} denies the role to {Users} of {Pool} if {demand}: {conditions}. "
                + $"Only AWS can decide this: {open}.";
    }

    private IEnumerable<string> Failures(StatementMatch match)
    {
        if (!match.Principal)
            yield return PrincipalMistake(match.Statement)!;
        if (!match.ConcernsAction)
            yield return ActionMistake(match.Statement, match.Action);
        foreach (var condition in match.Conditions.Where(condition => !condition.Matches))
            yield return ConditionMistake(condition, match.Statement);
    }

    private string NoStatement(IReadOnlyList<StatementMatch> matches)
    {
        var others = matches.Where(match => match.Statement.Allows)
            .SelectMany(match => match.Statement.Principals)
            .Select(principal => principal.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var instead = others.Count == 0 ? "No Allow statement names a principal" : $"The policy trusts {string.Join(", ", others)}";
        return $"No statement trusts the Cognito principal, Federated '{partition.CognitoPrincipal}'. {instead}.";
    }

    private string? PrincipalMistake(TrustStatement statement)
    {
        var needed = $"Federated '{partition.CognitoPrincipal}'";
        if (statement.NotPrincipals.Count > 0)
            return $"NotPrincipal excludes {needed}";
        foreach (var principal in statement.Principals)
        {
            if (principal.Value == partition.CognitoPrincipal)
                return $"the principal is {principal.Type} '{principal.Value}', but must be {needed}";
            if (AwsPartition.All.FirstOrDefault(other => other.CognitoPrincipal == principal.Value) is { } other)
            {
                return $"the principal is '{principal.Value}', which belongs to {Place(other)}, but in {PlaceOf(other)} it must be {needed}";
            }
            if (principal.Type == TrustPrincipal.Federated
                && NearestMatch.Find(principal.Value, AwsPartition.All.Select(known => known.CognitoPrincipal), 6) is not null)
            {
                return $"the principal is '{principal.Value}', but must be {needed}";
            }
        }
        return null;
    }

    // GovCloud's two Regions use different names.
    private string Place(AwsPartition other) =>
        other.Name == partition.Name ? other.OnlyRegion ?? other.Name : $"the partition {other.Name}";

    private string PlaceOf(AwsPartition other) =>
        other.Name == partition.Name ? partition.OnlyRegion ?? partition.Name : partition.Name;

    private static string ActionMistake(TrustStatement statement, string action)
    {
        if (statement.NotActions.Count > 0)
            return $"NotAction excludes {action}";
        if (action == TrustRequest.AssumeAction
            && statement.Actions.FirstOrDefault(
                known => string.Equals(known, "sts:AssumeRole", StringComparison.OrdinalIgnoreCase)) is { } plain)
        {
            return $"the action is '{plain}', which Cognito does not use, but must be '{action}'";
        }
        var wrong = statement.Actions.FirstOrDefault(known => NearestMatch.Find(known, [action], 5) is not null)
            ?? (statement.Actions.Count == 1 ? statement.Actions[0] : null);
        return wrong is null
            ? $"the actions are {string.Join(" and ", statement.Actions.Select(known => $"'{known}'"))}, but must include '{action}'"
            : $"the action is '{wrong}', but must be '{action}'";
    }

    private string ConditionMistake(ConditionResult result, TrustStatement statement)
    {
        var condition = result.Condition;
        if (result.NotEvaluated is not null)
        {
            return condition.Parsed.Kind == ConditionOperatorKind.Unknown
                ? result.NotEvaluated
                : $"{result.NotEvaluated}, so the condition counts as not met";
        }
        if (condition.Values.Count == 0)
            return $"the condition {condition.Operator} on '{condition.Key}' has no value";
        if (condition.Parsed.Kind == ConditionOperatorKind.Null)
        {
            return $"the condition {condition} is not met, because the request "
                + $"{(request.ValuesOf(condition.Key) is { Count: 0 } ? "does not contain" : "contains")} this key";
        }
        if (condition.IsFor(request.KeyOf("aud")))
            return AudienceMistake(condition);
        if (condition.IsFor(request.KeyOf("amr")))
            return AmrMistake(condition);
        if (condition.IsFor(request.KeyOf("sub")))
            return $"the condition on '{condition.Key}' admits only some identities: {Quoted(condition.Values)}";
        return request.ValuesOf(condition.Key)!.Count == 0
            ? KeyMistake(condition, statement)
            : $"the condition {condition} is not met";
    }

    private string KeyMistake(TrustCondition condition, TrustStatement statement)
    {
        var other = AwsPartition.All.FirstOrDefault(
            known => Claims.Any(claim => condition.IsFor($"{known.CognitoKeyPrefix}:{claim}")));
        if (other is not null)
        {
            var claim = condition.Key.Substring(condition.Key.LastIndexOf(':') + 1);
            return $"the condition key is '{condition.Key}', which belongs to {Place(other)}, but in {PlaceOf(other)} it must be "
                + $"'{request.KeyOf(claim)}'";
        }
        var meant = Meant(condition.Key, statement);
        return $"requests do not contain the condition key '{condition.Key}'{(meant is null ? "" : $" (did you mean '{meant}'?)")}";
    }

    private string? Meant(string key, TrustStatement statement)
    {
        var claim = key.Substring(key.LastIndexOf(':') + 1).Trim();
        var same = Array.Find(Claims, known => string.Equals(known, claim, StringComparison.OrdinalIgnoreCase));
        // A right claim counts as near under any prefix, also one of another service such as accounts.google.com:aud.
        // Of two keys that are equally near, prefer the one that the statement lacks.
        var candidates = Claims.Select(request.KeyOf)
            .OrderBy(candidate => statement.Conditions.Any(condition => condition.IsFor(candidate)));
        return same is not null ? request.KeyOf(same) : NearestMatch.Find(key, candidates, 6);
    }

    private string AudienceMistake(TrustCondition condition)
    {
        if (condition.Parsed.Negated)
            return $"the condition {condition} excludes {(IsNewPool ? Pool : $"the pool {Pool}")}";
        if (condition.Values.FirstOrDefault(
            value => string.Equals(value.Trim(), request.Audience, StringComparison.OrdinalIgnoreCase)) is { } near)
        {
            return $"the condition on aud is '{near}', but must be {PoolId}; they differ in case or spaces";
        }
        if (!condition.Parsed.Wildcards
            && condition.Values.FirstOrDefault(value => new PolicyPattern(
                value, wildcards: true, variables: false) is { IsWild: true } pattern
                && pattern.Matches(request.Audience)) is { } wild)
        {
            return $"the condition on aud is '{wild}', but must be {PoolId}; {condition.Operator} does not support wildcards";
        }
        return $"the condition on aud is {Quoted(condition.Values)}, but must be {PoolId}";
    }

    private string AmrMistake(TrustCondition condition)
    {
        var (wanted, opposite) = request.IdentityType == PoolIdentityType.Guest
            ? (TrustRequest.Unauthenticated, TrustRequest.Authenticated)
            : (TrustRequest.Authenticated, TrustRequest.Unauthenticated);
        var operation = condition.Parsed;
        if (operation.Negated)
            return $"the condition {condition} excludes {Users}, whose tokens contain '{wanted}'";
        if (condition.Values.Contains(wanted, StringComparer.Ordinal))
        {
            return operation.Set == ConditionSet.All
                ? $"the operator of the condition on amr is {condition.Operator}, but must be ForAnyValue:StringLike, because tokens "
                    + "also contain the name of the provider"
                : $"the operator of the condition on amr is {condition.Operator}, but must be ForAnyValue:StringLike, because "
                    + $"amr has several values ('{wanted}' and the provider's names)";
        }
        if (condition.Values.Contains(opposite, StringComparer.Ordinal))
        {
            return $"the condition on amr is '{opposite}', but must be '{wanted}', because the role is for {Users} (are the two "
                + "roles swapped?)";
        }
        if (condition.Values.FirstOrDefault(TrustProviders.IsProvider) is { } provider
            && request.IdentityType == PoolIdentityType.Guest)
        {
            return $"the condition on amr is the provider '{provider}', which admits only authenticated users, but must be "
                + $"'{wanted}'";
        }
        return $"the condition on amr is {Quoted(condition.Values)}, but must be '{wanted}'";
    }
}
