using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The pages of ListIdentityPools.</summary>
internal sealed class ListIdentityPoolsPaginator : IPaginator<ListIdentityPoolsResponse>, IListIdentityPoolsPaginator
{
    private readonly IAmazonCognitoIdentity client;
    private readonly ListIdentityPoolsRequest request;
    private int used;

    public ListIdentityPoolsPaginator(IAmazonCognitoIdentity client, ListIdentityPoolsRequest request)
    {
        this.client = client;
        this.request = request;
    }

    public IPaginatedEnumerable<ListIdentityPoolsResponse> Responses => new PaginatedResponse<ListIdentityPoolsResponse>(this);

    public IPaginatedEnumerable<IdentityPoolShortDescription> IdentityPools => new PaginatedResultKeyResponse<ListIdentityPoolsResponse, IdentityPoolShortDescription>(this, page => page.IdentityPools ?? new List<IdentityPoolShortDescription>());

    async IAsyncEnumerable<ListIdentityPoolsResponse> IPaginator<ListIdentityPoolsResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new System.InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }
        ListIdentityPoolsResponse page;
        do
        {
            page = await client.ListIdentityPoolsAsync(request, cancellationToken).ConfigureAwait(false);
            request.NextToken = page.NextToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
