using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Says in a user's words what keeps a statement from letting a request in. Knows the mistakes that people
/// make.</summary>
internal sealed class TrustReasons(TrustRequest request)
{
    private static readonly string[] Claims = ["aud", "amr", "sub"];

    private readonly AwsPartition partition = request.Partition;

    private string Users => request.IdentityType == PoolIdentityType.Guest ? "guests" : "authenticated users";

    public string Allowed(TrustStatement statement) => $"{statement.Label} lets {Users} of {request.Audience} assume the role.";

    public string Denied(StatementMatch match)
    {
        var conditions = match.Statement.Conditions;
        var matching = conditions.Count == 0 ? "" : $" (its conditions match: {string.Join("; ", conditions)})";
        return $"{match.Statement.Label} denies {match.Action} to {Users} of {request.Audience}{matching}; "
            + "a Deny wins over every Allow, so it must be changed or removed.";
    }

    /// <summary>What the answer depends on, by statement.</summary>
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

    /// <summary>Ends a text that may end with a question.</summary>
    public static string Sentence(string text) => text.EndsWith("?", StringComparison.Ordinal) ? text : text + ".";

    /// <summary>Why no statement allows an action; the nearest one is explained.</summary>
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
                $"No statement allows {TrustRequest.TagAction}, which the pool's attribute mapping needs: add it to "
                    + $"the actions of {LowerLabel(nearest.Statement)}.",
                nearest.Statement);
        }
        return (Sentence($"{nearest.Statement.Label}: {string.Join("; ", Failures(nearest))}"), nearest.Statement);
    }

    private static string LowerLabel(TrustStatement statement) => "s" + statement.Label.Substring(1);

    private static string Quoted(IEnumerable<string> values) => string.Join(" or ", values.Select(value => $"'{value}'"));

    private string Depends(StatementMatch match)
    {
        var conditions = string.Join(" and ", match.Undecided.Select(result => result.Condition));
        var open = string.Join("; ", match.Undecided.Select(result => result.NotEvaluated));
        return match.Statement.Allows
            ? $"{match.Statement.Label} lets {Users} of {request.Audience} assume the role only if {conditions}. "
                + $"Only AWS can decide that: {open}."
            : $"{match.Statement.Label} denies the role to {Users} of {request.Audience} if {conditions}. "
                + $"Only AWS can decide that: {open}.";
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
        var instead = others.Count == 0 ? "it has no Allow for anybody by name" : $"it trusts {string.Join(", ", others)}";
        return $"No statement allows the Cognito principal, Federated '{partition.CognitoPrincipal}': {instead}.";
    }

    private string? PrincipalMistake(TrustStatement statement)
    {
        var needed = $"Federated '{partition.CognitoPrincipal}'";
        if (statement.NotPrincipals.Count > 0)
            return $"its NotPrincipal leaves out {needed}";
        foreach (var principal in statement.Principals)
        {
            if (principal.Value == partition.CognitoPrincipal)
                return $"its principal has the type '{principal.Type}', but Cognito is trusted as {needed}";
            if (AwsPartition.All.FirstOrDefault(other => other.CognitoPrincipal == principal.Value) is { } other)
            {
                return $"its principal '{principal.Value}' is Cognito's in {Place(other)}; in {PlaceOf(other)} it is {needed}";
            }
            if (principal.Type == TrustPrincipal.Federated
                && NearestMatch.Find(principal.Value, AwsPartition.All.Select(known => known.CognitoPrincipal), 6) is not null)
            {
                return $"its principal '{principal.Value}' is not Cognito's; did you mean {needed}?";
            }
        }
        return null;
    }

    // GovCloud's two Regions have names of their own.
    private string Place(AwsPartition other) =>
        other.Name == partition.Name ? other.OnlyRegion ?? other.Name : $"the partition {other.Name}";

    private string PlaceOf(AwsPartition other) =>
        other.Name == partition.Name ? partition.OnlyRegion ?? partition.Name : partition.Name;

    private static string ActionMistake(TrustStatement statement, string action)
    {
        if (statement.NotActions.Count > 0)
            return $"its NotAction leaves out {action}";
        if (action == TrustRequest.AssumeAction
            && statement.Actions.FirstOrDefault(
                known => string.Equals(known, "sts:AssumeRole", StringComparison.OrdinalIgnoreCase)) is { } plain)
        {
            return $"its action is {plain}, which Cognito does not use; it must be {action}";
        }
        var misspelt = statement.Actions.FirstOrDefault(known => NearestMatch.Find(known, [action], 5) is not null);
        return misspelt is null
            ? $"its {(statement.Actions.Count == 1 ? "action is" : "actions are")} {string.Join(", ", statement.Actions)}; it must have {action}"
            : $"its action is '{misspelt}'; did you mean {action}?";
    }

    private string ConditionMistake(ConditionResult result, TrustStatement statement)
    {
        var condition = result.Condition;
        if (result.NotEvaluated is not null)
        {
            return condition.Parsed.Kind == ConditionOperatorKind.Unknown
                ? result.NotEvaluated
                : $"{result.NotEvaluated}, so it counts as not matching";
        }
        if (condition.Values.Count == 0)
            return $"its condition {condition.Operator} on '{condition.Key}' has no value that could fit";
        if (condition.Parsed.Kind == ConditionOperatorKind.Null)
        {
            return $"its condition {condition} fails: the request "
                + $"{(request.ValuesOf(condition.Key) is { Count: 0 } ? "lacks" : "has")} that key";
        }
        if (condition.IsFor(request.KeyOf("aud")))
            return AudienceMistake(condition);
        if (condition.IsFor(request.KeyOf("amr")))
            return AmrMistake(condition);
        if (condition.IsFor(request.KeyOf("sub")))
            return $"its condition on '{condition.Key}' admits only some identities: {Quoted(condition.Values)}";
        return request.ValuesOf(condition.Key)!.Count == 0
            ? KeyMistake(condition, statement)
            : $"its condition {condition} fails";
    }

    private string KeyMistake(TrustCondition condition, TrustStatement statement)
    {
        var other = AwsPartition.All.FirstOrDefault(
            known => Claims.Any(claim => condition.IsFor($"{known.CognitoKeyPrefix}:{claim}")));
        if (other is not null)
        {
            var claim = condition.Key.Substring(condition.Key.LastIndexOf(':') + 1);
            return $"its condition key '{condition.Key}' is of {Place(other)}; in {PlaceOf(other)} it is '{request.KeyOf(claim)}'";
        }
        var meant = Meant(condition.Key, statement);
        return $"a request has no condition key '{condition.Key}'{(meant is null ? "" : $"; did you mean '{meant}'?")}";
    }

    private string? Meant(string key, TrustStatement statement)
    {
        var claim = key.Substring(key.LastIndexOf(':') + 1).Trim();
        var same = Array.Find(Claims, known => string.Equals(known, claim, StringComparison.OrdinalIgnoreCase));
        // The right claim under a wrong prefix is near, however wrong the prefix; other services' keys with such a
        // claim (accounts.google.com:aud) are meant here too.
        // Of two keys that are equally near, prefer the one that the statement lacks.
        var candidates = Claims.Select(request.KeyOf)
            .OrderBy(candidate => statement.Conditions.Any(condition => condition.IsFor(candidate)));
        return same is not null ? request.KeyOf(same) : NearestMatch.Find(key, candidates, 6);
    }

    private string AudienceMistake(TrustCondition condition)
    {
        if (condition.Parsed.Negated)
            return $"its condition {condition} shuts out the pool {request.Audience}";
        if (condition.Values.FirstOrDefault(
            value => string.Equals(value.Trim(), request.Audience, StringComparison.OrdinalIgnoreCase)) is { } near)
        {
            return $"its aud '{near}' differs from the pool's id '{request.Audience}' in case or blanks";
        }
        if (!condition.Parsed.Wildcards
            && condition.Values.FirstOrDefault(value => new PolicyPattern(
                value, wildcards: true, variables: false) is { IsWild: true } pattern
                && pattern.Matches(request.Audience)) is { } wild)
        {
            return $"its aud '{wild}' has a wildcard, which {condition.Operator} takes literally";
        }
        return $"its aud names {Quoted(condition.Values)}, not the pool {request.Audience}";
    }

    private string AmrMistake(TrustCondition condition)
    {
        var (wanted, opposite) = request.IdentityType == PoolIdentityType.Guest
            ? (TrustRequest.Unauthenticated, TrustRequest.Authenticated)
            : (TrustRequest.Authenticated, TrustRequest.Unauthenticated);
        var operation = condition.Parsed;
        if (operation.Negated)
            return $"its condition {condition} shuts out {Users}, whose tokens say '{wanted}'";
        if (condition.Values.Contains(wanted, StringComparer.Ordinal))
        {
            return operation.Set == ConditionSet.All
                ? $"its amr must have no value but {Quoted(condition.Values)} (ForAllValues), while tokens also name "
                    + $"the provider; use ForAnyValue:StringLike"
                : $"its amr is compared with {condition.Operator}, but it has several values "
                    + $"('{wanted}' and the provider's names): use ForAnyValue:StringLike";
        }
        if (condition.Values.Contains(opposite, StringComparer.Ordinal))
        {
            return $"its amr asks for '{opposite}', but the role is for {Users}, whose tokens say "
                + $"'{wanted}' (are the two roles swapped?)";
        }
        if (condition.Values.FirstOrDefault(TrustProviders.IsProvider) is { } provider
            && request.IdentityType == PoolIdentityType.Guest)
        {
            return $"its amr names the provider '{provider}', which admits authenticated users only";
        }
        var misspelt = condition.Values.FirstOrDefault(value => NearestMatch.Find(value, [wanted, opposite], 3) is not null);
        return misspelt is null
            ? $"its amr asks for {Quoted(condition.Values)}; tokens of {Users} say '{wanted}'"
            : $"its amr asks for '{misspelt}'; did you mean '{wanted}'?";
    }
}
