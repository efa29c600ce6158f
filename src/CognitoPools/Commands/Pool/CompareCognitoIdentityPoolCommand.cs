using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Documents.Comparison;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Pool;

/// <summary>Compares identity pools with pool documents, with each other, or documents with documents.</summary>
/// <remarks>
/// <para>Returns an object for each difference, with its path in the document, what is expected and what is there, and nothing when
/// both mean the same. The order of providers, tags, roles and policies does not count, and policies that mean the same are equal: the
/// order of statements and of their values, and a single value for a list of one. The order of rules counts. A role stands under the key
/// that the expected side gives it. What a document need not say is no difference: guest access, the basic flow, the description of a
/// role. Consumer secrets are not compared.</para>
/// <para>What is expected comes from -Path (a file, a wildcard or a folder that Export-CognitoIdentityPool wrote) or from -ReferencePool.
/// What is compared with it is -IdentityPool, -DifferencePath or, without either, the pool of each document's name. With a folder and
/// without -IdentityPool, pools without a document are differences too, in the Region and in each Region that has a folder of its
/// name.</para>
/// <para>The documents may also be CloudFormation templates or answers of the AWS CLI, as for Import-CognitoIdentityPool.</para>
/// </remarks>
/// <example>
/// <title>Has somebody changed the pool?</title>
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
/// Compares every pool of the Region with its document, in CI, and fails when anything differs.
/// </example>
/// <example>
/// <title>A comment for a pull request</title>
/// <code>Export-CognitoIdentityPool -Path ./pools; Compare-CognitoIdentityPool -Path ./pools -AsMarkdown</code>
/// Returns the differences as Markdown, with a heading and a table for each pool.
/// </example>
/// <example>
/// <title>Two pools</title>
/// <code>New-CognitoIdentityPool stage -GuestAccess | Out-Null; Compare-CognitoIdentityPool stage -ReferencePool shop</code>
/// Shows what the pool stage has other than the pool shop. Names of pools, and of roles that follow them, are no differences.
/// </example>
/// <example>
/// <title>Two documents</title>
/// <code>
/// Export-CognitoIdentityPool shop -Path ./old.json
/// Export-CognitoIdentityPool shop -Path ./new.json
/// Compare-CognitoIdentityPool -Path ./old.json -DifferencePath ./new.json -Exclude tags*
/// </code>
/// Compares two files without a call, and leaves the tags out.
/// </example>
/// <returns>A difference, or with -AsMarkdown all of them as one text.</returns>
/// <notes>
/// <para>Calls: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole, ListRoles, ListRolePolicies, GetRolePolicy and ListAttachedRolePolicies. Two documents are compared without a call.</para>
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

    /// <summary>The identity pools to compare: by exact name, id or ARN, or objects of Get-CognitoIdentityPool. What
    /// Export-CognitoIdentityPool wrote is taken too. Without it: the pool of each document's name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>The file that says what is expected, several by a wildcard, or a folder that Export-CognitoIdentityPool wrote.</summary>
    [Parameter(Position = 1)]
    [Alias("ReferencePath")]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The pool that says what is expected, by name, id or object, in place of -Path.</summary>
    [Parameter]
    [OneValue]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject? ReferencePool { get; set; }

    /// <summary>The file to compare, in place of -IdentityPool.</summary>
    [Parameter]
    public string? DifferencePath { get; set; }

    /// <summary>Paths of differences to leave out, such as tags* or roles.*.description; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Exclude { get; set; }

    /// <summary>Returns one text in Markdown, for the comment of a pull request.</summary>
    [Parameter]
    public SwitchParameter AsMarkdown { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>Whether documents come one by one, so that only the end tells which values none of them used.</summary>
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
                nameof(Path), null, "nothing says what is expected.", "Specify -Path with a document, or -ReferencePool.");
        }
        if (ReferencePool is not null && !HasPool && DifferencePath is null)
            throw new InvalidSettingException(nameof(IdentityPool), null, "nothing is given to compare.", "Specify -IdentityPool or -DifferencePath.");
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
        // Of what was never begun nothing can be said.
        if (AsMarkdown && begun > 0)
            WriteObject(DifferenceMarkdown.Write(all, isComplete: begun == ended && !isIncomplete));
        if (TakesDocuments)
            WarnOfUnusedValues();
    }

    /// <summary>Refuses a value that neither side can use.</summary>
    private void CheckValuesOf(IReadOnlyList<SourceDefinition> compared)
    {
        if (!TakesDocuments)
            CheckValues([.. Path is null ? [] : References.Select(reference => reference.Pool), .. compared]);
    }

    private void CompareFiles()
    {
        var actual = DocumentPath.Read(SessionState, DifferencePath!).SelectMany(Read).ToList();
        // Answers wait for each other until all files are read.
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
            // A pool may be that of a file which could not be read.
            foreach (var pool in isFolder && !isIncomplete ? pools : [])
                AddWithoutDocument(pool.Name, $"{pool.Name} ({pool.IdentityPoolId})");
        }
    }

    /// <summary>The Regions whose pools all need a document, even when the folder has none yet.</summary>
    private IReadOnlyList<string> RegionsOfFolder(AccountConnection connection)
    {
        var named = DocumentSource.RegionsOf(DocumentPath.Resolve(SessionState, Path!));
        // Folders for Regions do without a Region of the connection.
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
                "Specify -IdentityPool with the id of the one that is meant.");
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

    /// <summary>What is expected of a pool; null when a folder has no document of it.</summary>
    private ComparedPool? Reference(string name, IdentityPool? pool, int others)
    {
        if (ReferencePool is not null)
        {
            var (connection, id) = ResolveReference();
            return Live(connection, ReadPool(connection, id));
        }
        // One document is meant for one pool, whatever their names.
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
                nameof(Path), Path, $"several documents describe a pool named '{name}'.", "Specify the file of the one that is meant."),
        };
    }

    private void Each(Action compare, object item) => isIncomplete |= !Guard(compare, item);

    // One file of a folder that cannot be read is an error of its own.
    private IReadOnlyList<SourceDefinition> ReadOne(SourceText source)
    {
        IReadOnlyList<SourceDefinition> pools = [];
        Each(() => pools = Read(source), source.Source);
        return pools;
    }

    /// <summary>The reference. An id carries its Region, so that it may be another one than that of the pools to compare.</summary>
    private (AccountConnection Connection, string IdentityPoolId) ResolveReference()
    {
        var argument = PoolArgument.Read(ReferencePool);
        return HasPool && argument.IsId ? (ConnectionFor(argument.Connection), argument.Text) : ResolvePool(ReferencePool);
    }

    private static ComparedPool Compared(SourceDefinition source) => new(source.Definition, null, source.Source);

    private ComparedPool Live(AccountConnection connection, IdentityPool pool)
    {
        var live = Run(token => new PoolDefinitionReader(connection).ReadAsync(pool, token));
        // Otherwise it would look as if somebody had changed the roles.
        if (live.Unread.Count > 0)
            throw new PoolException(PoolErrorId.RoleNotRead, pool, "it was not compared", string.Join(" ", live.Unread), "");
        return new ComparedPool(live.Definition, live.Names, pool.ToString()) { Roles = live.Roles };
    }

    private void Write(ComparedPool? expected, ComparedPool actual)
    {
        if (expected is null)
        {
            throw new InvalidSettingException(
                nameof(Path), Path, $"no document describes a pool named '{actual.Definition.Name}'.", "Specify the file that is meant.");
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
