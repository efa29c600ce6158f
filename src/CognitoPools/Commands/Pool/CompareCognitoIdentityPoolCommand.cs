using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Documents.Comparison;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Pool;

/// <summary>Compares identity pools with pool documents, pools with pools, or documents with documents.</summary>
/// <remarks>
/// <para>Returns an object for each difference, with its path in the document, the expected value and the actual
/// value. Returns nothing if both sides mean the same. Use it to detect drift, for example in a scheduled job or a
/// build.</para>
/// <para>The expected side is -Path (a file, a wildcard or a folder that Export-CognitoIdentityPool wrote) or
/// -ReferencePool. The other side is -IdentityPool or -DifferencePath. By default, it is the pool with the name of
/// each document. With a folder and without -IdentityPool, pools without a document are also differences, in the
/// Region and in each Region that has a folder of its name.</para>
/// <para>The order of providers, tags, roles and policies is ignored, but the order of rules is compared. Policies
/// that mean the same are equal: the order of statements and of their values is ignored, and a single value equals a
/// list of that value. A role is listed under the key that the expected side uses. A setting that a document can omit
/// is not a difference: guest access, the basic flow, and the description of a role.</para>
/// <para>The documents can also be CloudFormation templates or output of the AWS CLI, as for
/// Import-CognitoIdentityPool.</para>
/// <para>This cmdlet cannot compare consumer secrets or identities.</para>
/// </remarks>
/// <example>
/// <title>Check whether a pool was changed</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json; Set-PoolGuestAccess shop -Disable; Compare-CognitoIdentityPool shop ./shop.json</code>
/// Returns one difference: guestAccess, expected true and now false.
/// </example>
/// <example>
/// <title>Fail a build on drift</title>
/// <code>
/// Export-CognitoIdentityPool -Path ./pools
/// $drift = Compare-CognitoIdentityPool -Path ./pools -ErrorAction Stop
/// $drift | Format-Table IdentityPool, Path, Expected, Actual
/// if ($drift) { throw "$(@($drift).Count) settings are not what the documents say." }
/// </code>
/// Compares every pool in the Region with its document, and fails the build if anything differs.
/// </example>
/// <example>
/// <title>Write a pull request comment</title>
/// <code>Export-CognitoIdentityPool -Path ./pools; Compare-CognitoIdentityPool -Path ./pools -AsMarkdown</code>
/// Returns the differences as Markdown, with a heading and a table for each pool.
/// </example>
/// <example>
/// <title>Compare two pools</title>
/// <code>New-CognitoIdentityPool stage -GuestAccess | Out-Null; Compare-CognitoIdentityPool stage -ReferencePool shop</code>
/// Shows how the pool stage differs from the pool shop. The names of pools, and of roles that are derived from them,
/// are not differences.
/// </example>
/// <example>
/// <title>Compare two documents</title>
/// <code>
/// Export-CognitoIdentityPool shop -Path ./old.json
/// Export-CognitoIdentityPool shop -Path ./new.json
/// Compare-CognitoIdentityPool -Path ./old.json -DifferencePath ./new.json -Exclude tags*
/// </code>
/// Compares two files without a call to AWS, and ignores the tags.
/// </example>
/// <returns>With -AsMarkdown: one text with all differences.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole, ListRoles, ListRolePolicies, GetRolePolicy and
/// ListAttachedRolePolicies. Two documents are compared without a call.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito: identity
/// pools</seealso>
[Cmdlet(VerbsData.Compare, "CognitoIdentityPool")]
[OutputType(typeof(PoolDocumentDifference), typeof(string))]
public sealed class CompareCognitoIdentityPoolCommand : DocumentCommand
{
    private readonly List<PoolDocumentDifference> all = [];
    private IReadOnlyList<WildcardPattern>? excluded;
    private IReadOnlyList<DocumentSource>? references;
    private int begun;
    private int ended;
    private bool isIncomplete;

    /// <summary>Specifies the identity pools to compare, by exact name, id or ARN, as objects of
    /// Get-CognitoIdentityPool, or as documents of Export-CognitoIdentityPool. By default, the cmdlet compares the
    /// pool with the name of each document.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Specifies the expected state: a file, several files by wildcard, or a folder that
    /// Export-CognitoIdentityPool wrote.</summary>
    [Parameter(Position = 1)]
    [Alias("ReferencePath")]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Specifies the pool with the expected state, by name, id or object, instead of -Path.</summary>
    [Parameter]
    [OneValue]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject? ReferencePool { get; set; }

    /// <summary>Specifies the file to compare, instead of -IdentityPool.</summary>
    [Parameter]
    public string? DifferencePath { get; set; }

    /// <summary>Specifies paths of differences to ignore, such as tags* or roles.*.description. Wildcards are
    /// permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Exclude { get; set; }

    /// <summary>Returns all differences as one Markdown text, for a pull request comment.</summary>
    [Parameter]
    public SwitchParameter AsMarkdown { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>Whether documents arrive one by one, so that unused values are known only at the end.</summary>
    private bool TakesDocuments => MyInvocation.ExpectingInput
        || Items.Any(item => item is not null && DocumentArgument.IsPoolDocument(item));

    private bool HasPool => IsBound(nameof(IdentityPool)) || MyInvocation.ExpectingInput;

    private protected override bool IsRow(object record) => OwnObject.NamedType(record) != nameof(PoolDocument);

    private protected override void Process()
    {
        begun++;
        Combination.NotWith(nameof(Path), Path is not null, (nameof(ReferencePool), ReferencePool is not null));
        Combination.NotWith(nameof(DifferencePath), DifferencePath is not null, (nameof(IdentityPool), HasPool));
        if (Path is null && ReferencePool is null)
        {
            throw new InvalidSettingException(
                nameof(Path), null, "no expected state was specified.", "Specify -Path with a document, or -ReferencePool.");
        }
        if (ReferencePool is not null && !HasPool && DifferencePath is null)
        {
            throw new InvalidSettingException(
                nameof(IdentityPool), null, "there is nothing to compare with -ReferencePool.", "Specify -IdentityPool or -DifferencePath.");
        }
        Combination.OnlyWithAny(
            nameof(Value), Value is not null && !TakesDocuments,
            (nameof(Path), Path is not null), (nameof(DifferencePath), DifferencePath is not null));
        if (DifferencePath is null)
            CheckValuesOf([]);
        excluded ??= [.. (Exclude ?? []).Select(path => Wildcard.Of(nameof(Exclude), path))];
        if (DifferencePath is not null)
            CompareFiles();
        else if (HasPool)
            ComparePool(CurrentItem);
        else
            CompareAll();
        ended++;
    }

    private protected override void End()
    {
        // An empty report would claim that nothing differs, although nothing was compared.
        if (AsMarkdown && begun > 0)
            WriteObject(DifferenceMarkdown.Write(all, isComplete: begun == ended && !isIncomplete));
        if (TakesDocuments)
            WarnOfUnusedValues();
    }

    /// <summary>Rejects a value that neither side can use.</summary>
    private void CheckValuesOf(IReadOnlyList<SourceDefinition> compared)
    {
        if (!TakesDocuments)
            CheckValues([.. Path is null ? [] : References.Select(reference => reference.Pool), .. compared]);
    }

    private void CompareFiles()
    {
        var actual = DocumentPath.Read(SessionState, DifferencePath!).SelectMany(Read).ToList();
        // The CLI outputs of one pool are complete only when all files are read.
        actual.AddRange(ReadAnswers());
        CheckValuesOf(actual);
        foreach (var one in actual)
            Each(() => Write(Reference(one.Definition.Name, null, actual.Count), Compared(one)), one.Source);
    }

    private void ComparePool(object? item)
    {
        if (item is not null && DocumentArgument.IsPoolDocument(item))
        {
            foreach (var one in Read(DocumentArgument.Read(item)))
                Write(Reference(one.Definition.Name, null, 1), Compared(one));
            return;
        }
        var (connection, id) = ResolvePool(item);
        var pool = ReadPool(connection, id);
        if (Reference(pool.Name, pool, 1) is { } reference)
            Write(reference, Live(connection, pool));
        else
            AddWithoutDocument(pool.Name, pool.ToString());
    }

    /// <summary>Every document with the pool of its name and, for a folder, every pool without a document.</summary>
    private void CompareAll()
    {
        var connection = Account.Connection;
        var byRegion = References.ToLookup(reference => reference.Region ?? RegionOf(connection), StringComparer.Ordinal);
        var isFolder = DocumentPath.IsFolder(SessionState, Path!);
        var folders = isFolder ? RegionsOfFolder(connection) : [];
        foreach (var region in byRegion.Select(group => group.Key).Union(folders, StringComparer.Ordinal))
        {
            var pools = Run(token => new PoolDirectory(connection).ReadAllAsync(region, token)).ToList();
            foreach (var reference in byRegion[region])
                Each(() => CompareOne(connection, region, reference, pools), reference.Pool.Source);
            // A pool may belong to a file that could not be read.
            foreach (var pool in isFolder && !isIncomplete ? pools : [])
                AddWithoutDocument(pool.Name, $"{pool.Name} ({pool.IdentityPoolId})");
        }
    }

    /// <summary>The Regions whose pools all need a document, even when the folder has none yet.</summary>
    private IReadOnlyList<string> RegionsOfFolder(AccountConnection connection)
    {
        var named = DocumentSource.RegionsOf(DocumentPath.Resolve(SessionState, Path!));
        // With a folder for each Region, the connection does not need a Region.
        var own = Region ?? (named.Count > 0 ? connection.DefaultRegion : RegionOf(connection));
        return own is null ? named : [own, .. named];
    }

    private void CompareOne(AccountConnection connection, string region, DocumentSource reference, List<PoolListing> pools)
    {
        var name = reference.Pool.Definition.Name;
        var found = reference.Choose(PoolDirectory.Named(pools, name), pool => pool.IdentityPoolId);
        if (found.Count > 1)
        {
            throw new InvalidSettingException(
                nameof(IdentityPool), name, $"several identity pools have this name: {string.Join(", ", found.Select(pool => pool.IdentityPoolId))}.",
                "Specify the id of one of them with -IdentityPool.");
        }
        if (found.Count == 0)
        {
            Add(new PoolDocumentDifference
            {
                IdentityPool = name,
                Path = PoolDocumentKeys.Name,
                Expected = name,
                Reference = reference.Pool.Source,
                Source = $"the identity pools of {region}",
            });
            return;
        }
        pools.Remove(found[0]);
        var pool = ReadPool(connection, found[0].IdentityPoolId);
        Write(Compared(reference.Pool), Live(connection, pool));
    }

    private IReadOnlyList<DocumentSource> References => references ??= DocumentSource.Read(SessionState, Path!, ReadOne, ReadAnswers);

    /// <summary>The expected state of a pool; null when a folder has no document of it.</summary>
    private ComparedPool? Reference(string name, IdentityPool? pool, int others)
    {
        if (ReferencePool is not null)
        {
            var (connection, id) = ResolveReference();
            return Live(connection, ReadPool(connection, id));
        }
        // One document is compared with one pool, whatever their names.
        if (References.Count == 1 && others == 1 && !DocumentPath.IsFolder(SessionState, Path!))
            return Compared(References[0].Pool);
        var found = References.Where(reference => reference.Pool.Definition.Name == name
            && (pool is null || reference.Region is null || reference.Region == pool.Region)).ToList();
        if (pool is not null && found.Count > 1)
            found = [.. found.Where(reference => reference.IsNamedFor(pool.IdentityPoolId))];
        return found.Count switch
        {
            1 => Compared(found[0].Pool),
            0 => null,
            _ => throw new InvalidSettingException(
                nameof(Path), Path, $"several documents describe a pool named '{name}'.", "Specify the file of one of them."),
        };
    }

    private void Each(Action compare, object item) => isIncomplete |= !Guard(compare, item);

    // A file of a folder that cannot be read is a separate error.
    private IReadOnlyList<SourceDefinition> ReadOne(SourceText source)
    {
        IReadOnlyList<SourceDefinition> pools = [];
        Each(() => pools = Read(source), source.Source);
        return pools;
    }

    /// <summary>The reference. An id contains its Region, which may differ from that of the compared pools.</summary>
    private (AccountConnection Connection, string IdentityPoolId) ResolveReference()
    {
        var argument = PoolArgument.Read(ReferencePool);
        return HasPool && argument.IsId ? (ConnectionFor(argument.Connection), argument.Text) : ResolvePool(ReferencePool);
    }

    private static ComparedPool Compared(SourceDefinition source) => new(source.Definition, null, source.Source);

    private ComparedPool Live(AccountConnection connection, IdentityPool pool)
    {
        var live = Run(token => new PoolDefinitionReader(connection).ReadAsync(pool, token));
        // Otherwise, the roles would appear to have been changed.
        if (live.Unread.Count > 0)
            throw new PoolException(PoolErrorId.RoleNotRead, pool, "the pool was not compared", string.Join(" ", live.Unread), "");
        return new ComparedPool(live.Definition, live.Names, pool.ToString()) { Roles = live.Roles };
    }

    private void Write(ComparedPool? expected, ComparedPool actual)
    {
        if (expected is null)
        {
            throw new InvalidSettingException(
                nameof(Path), Path, $"no document describes a pool named '{actual.Definition.Name}'.", "Specify the file of its document.");
        }
        expected = expected with { Definition = expected.Definition.CompletedFrom(actual.Definition) };
        actual = actual with { Definition = actual.Definition.CompletedFrom(expected.Definition) };
        foreach (var difference in PoolComparison.Compare(expected, actual))
            Add(difference);
    }

    private void AddWithoutDocument(string name, string pool) => Add(new PoolDocumentDifference
    {
        IdentityPool = name,
        Path = PoolDocumentKeys.Name,
        Actual = name,
        Reference = Path!,
        Source = pool,
    });

    private void Add(PoolDocumentDifference difference)
    {
        if (excluded!.Any(pattern => pattern.IsMatch(difference.Path)))
            return;
        if (AsMarkdown)
            all.Add(difference);
        else
            WriteObject(difference);
    }
}
